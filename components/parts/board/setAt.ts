/** A copy of plain data with the value at a path replaced; `undefined` takes it away. */
export function setAt<T>(data: T, path: readonly (string | number)[], value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T; // the path has ended at what is replaced
  if (Array.isArray(data)) {
    const copy = [...data];
    if (rest.length === 0 && value === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = setAt(copy[Number(step)], rest, value);
    return copy as T; // a list of the same
  }
  const fields = { ...(data as Record<string, unknown>) };
  if (rest.length === 0 && value === undefined) delete fields[step];
  else fields[step] = setAt(fields[step], rest, value);
  return fields as T; // an object of the same
}
