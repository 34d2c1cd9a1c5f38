/**
 * Statistics for administrators and auditors (S-2): numbers by day, without any person. A sweep counts each day once
 * into a small table; pages, CSV and interface read that. Start reading at {@link fr.pli.app.statistics.Figure}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.statistics;
