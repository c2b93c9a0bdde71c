export const offline = {
  title: 'Zonder verbinding',
  notHere: 'Deze pagina is niet op dit toestel',
  notHereWhy:
    'Er is geen verbinding met de server, en je opende deze pagina hier nog niet eerder. Wat hieronder staat, kan wel.',
  intro: 'Deze pagina’s bekeek je op dit toestel. Ze gaan ook open als er geen verbinding is.',
  again: 'Probeer opnieuw',
  pages: 'Op dit toestel',
  keptAt: 'zoals op {{date}}, {{time}}',
  nothing: 'Op dit toestel staat nog geen enkele pagina.',
  gone: 'Geen verbinding met de server.',
  copy: 'Je ziet de pagina zoals ze was op {{date}}, {{time}}.',
  canWrite:
    'In een tekst kan je verder schrijven: ernaast staat wat er met je wijzigingen gebeurt. De rest kan pas weer als er verbinding is.',
}
