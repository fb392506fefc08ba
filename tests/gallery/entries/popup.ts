import '../stage/popup.ts';
import '@/entrypoints/popup/main.tsx';
