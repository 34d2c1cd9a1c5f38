/**
 * Reading the journal: auditors all metadata, everybody their own. Start reading at {@link
 * fr.pli.app.audit.JournalReading}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.audit;
