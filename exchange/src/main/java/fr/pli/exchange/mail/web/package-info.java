/** Programming interface of the mail feature. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.mail.web;
