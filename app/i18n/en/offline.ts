export const offline = {
  title: 'Without a connection',
  notHere: 'This page is not on this device',
  notHereWhy:
    'There is no connection to the server, and you have not opened this page here before. What is listed below can be opened.',
  intro: 'You looked at these pages on this device. They open without a connection too.',
  again: 'Try again',
  pages: 'On this device',
  keptAt: 'as on {{date}}, {{time}}',
  nothing: 'There is no page on this device yet.',
  gone: 'No connection to the server.',
  copy: 'You see the page as it was on {{date}}, {{time}}.',
  canWrite:
    'You can go on writing in a text: beside it stands what happens to your changes. Everything else has to wait for the connection.',
}
