/**
 * The listeners of the card door (C-1): HTTPS that asks for a certificate, and one on loopback for a proxy that read it.
 * Start reading at {@link fr.pli.app.card.CardConfiguration}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.card;
