/**
 * The command line for people who send and receive by program (P-3): {@code send}, {@code list}, {@code fetch}. It knows
 * the platform by its public interface only. Start reading at {@link fr.pli.ops.CommandLineClient}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.ops;
