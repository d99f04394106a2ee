# Finds a JDK for scripts that run what was built. They set the least that will do, and the best:
# the one to take if there is a choice. find_jdk then sets the JDK's folder and its major version.

# Prints the major version of the JDK in a folder, 0 if it is none. Its release file says it without
# starting it; a runtime without a compiler does not count, as it may have to build.
version_of() {
  major=0
  if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  printf '%s' "${major:-0}"
}

# Takes a JDK if it will do and suits better than the one taken so far.
consider() {
  major=$(version_of "$1")
  if [ "$major" -ge "$least" ] && [ "$found" -ne "$best" ]; then
    if [ "$major" -eq "$best" ] || [ "$major" -gt "$found" ]; then
      found=$major
      jdk=$1
    fi
  fi
}

find_jdk() {
  found=0
  jdk=
  if [ -n "${JAVA_HOME:-}" ]; then
    consider "$JAVA_HOME"
  fi
  if [ "$found" -ne "$best" ] && java=$(command -v java); then
    while [ -h "$java" ]; do
      target=$(readlink "$java")
      case $target in
        /*) java=$target ;;
        *) java=$(dirname "$java")/$target ;;
      esac
    done
    consider "$(CDPATH='' cd -- "$(dirname -- "$java")/.." && pwd -P)"
  fi
  for folder in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/*; do
    if [ "$found" -ne "$best" ] && [ -d "$folder" ]; then
      consider "$folder"
    fi
  done
  [ -n "$jdk" ] || fail "no JDK $least or later found; set JAVA_HOME to one ($best is best)"
}
