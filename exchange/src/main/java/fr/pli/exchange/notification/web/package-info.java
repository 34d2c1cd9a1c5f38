/** The preferences page and its interface. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.notification.web;
