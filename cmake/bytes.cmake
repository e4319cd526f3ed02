# stepdown_bytes(path bytes size)
#
# The bytes of a file as the elements of a C++ array of char, and how many they are: one by one
# rather than as a string literal, which has a length limit and would need its quotes and brackets
# escaped. The closing zero keeps the array of an empty file legal; it is not part of the text.
function(stepdown_bytes path bytes size)
  file(READ "${path}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR count "${digits} / 2")
  # Sixteen bytes to a line: editors dislike endless lines.
  string(REPEAT "." 32 sixteen_bytes)
  string(REGEX REPLACE "(${sixteen_bytes})" "\\1\n" lines "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," lines "${lines}")
  set(${bytes} "${lines}'\\0'" PARENT_SCOPE)
  set(${size} "${count}" PARENT_SCOPE)
endfunction()
