-- Which installation these rows are, in one row. A restored copy is not a second authority: it has an id of its own, and is
-- held until a person lets it go on.
create table cluster (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  copy_of uuid,                       -- the one whose backup this was; null: not a copy
  backed_up timestamptz,              -- the moment that the copy shows
  restored timestamptz,
  held_since timestamptz              -- null: not held
);
insert into cluster (id) values (gen_random_uuid());
