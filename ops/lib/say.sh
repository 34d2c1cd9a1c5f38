# What the scripts tell the person who started them.

say() { printf '%s\n' "pli: $*"; }

warn() { printf '%s\n' "pli: WARNING: $*" >&2; }

fail() {
  printf '%s\n' "pli: $*" >&2
  exit 1
}

# A warning that cannot be overlooked; each argument is a line.
loud() {
  local line
  printf '\n%s\n' "  ******************************************************************************" >&2
  for line in "$@"; do printf '  *  %s\n' "$line" >&2; done
  printf '%s\n\n' "  ******************************************************************************" >&2
}

# A path as short as it can be said from where the person stands.
shown() { printf '%s' "${1#"$PWD"/}"; }
