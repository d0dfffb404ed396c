import { render } from 'preact';
import { App } from './app.tsx';
import '../styles/fonts.css';
import '../styles/site.css';
import '../styles/article.css';
import '../styles/lists.css';

render(<App />, document.getElementById('site') as HTMLElement);
