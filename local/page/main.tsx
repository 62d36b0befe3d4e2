/** Entry of the page for trying the add-in without Excel. */
import { createRoot } from 'react-dom/client';
import { PageApp } from './app.tsx';
import './page.css';

createRoot(document.getElementById('page')!).render(<PageApp />);
