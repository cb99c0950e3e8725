/** An interval as [low, high]; an undefined one as it is. */
export function pair(measured) {
  return measured.value === null ? measured : [measured.value.low, measured.value.high];
}
