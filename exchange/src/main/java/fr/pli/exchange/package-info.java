/** The exchange: people, files, messages, receipts, notifications. One sub-package is one feature. */
@org.jspecify.annotations.NullMarked
package fr.pli.exchange;
