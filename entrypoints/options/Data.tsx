import { Export } from './data/Export.tsx';
import { Import } from './data/Import.tsx';
import './data/data.css';

/** What the person owns: out as files, and in again. */
export function Data() {
  return (
    <div class="stack reading">
      <Export />
      <Import />
    </div>
  );
}
