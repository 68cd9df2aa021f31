// Without letters and digits that look alike: it is read aloud and typed.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const OF_EACH = 5;

/** A password for one sign-in: twenty letters of 31, which is 99 bits. */
export function oneTimePassword(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  const even = Math.floor(256 / LETTERS.length) * LETTERS.length;
  let letters = "";
  while (letters.length < GROUPS * OF_EACH) {
    for (const byte of random(new Uint8Array(64))) {
      // The rest of 256 would make the first letters likelier.
      if (byte < even && letters.length < GROUPS * OF_EACH) letters += LETTERS[byte % LETTERS.length];
    }
  }
  return (letters.match(new RegExp(`.{${OF_EACH}}`, "g")) ?? []).join("-");
}
