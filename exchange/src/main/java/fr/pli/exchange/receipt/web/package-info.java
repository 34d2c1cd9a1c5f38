/** Pages and programming interface of downloads and receipts. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange.receipt.web;
