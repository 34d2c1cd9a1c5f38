/** Pages of the card door, of registration and of one's own certificates. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.certificate.web;
