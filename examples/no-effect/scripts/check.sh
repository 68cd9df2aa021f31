# Makes the weeks again, and compares them with the files of data/.
set -eu
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
sh scripts/simulate.sh "$again"
for file in data/*.csv; do
  cmp "$file" "$again/${file#data/}"
done
echo "all files are those of this seed"
