/** Runs in a page of the extension: the rows of a table of Kith's database that are not deleted. */
export function readRows(table) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kith');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction(table).objectStore(table).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        db.close();
        resolve(reading.result.filter((row) => row.deletedAt === undefined));
      };
    };
  });
}
