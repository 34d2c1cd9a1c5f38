/**
 * The demonstration: people, messages and files to try, in an empty installation. Start reading at
 * {@link fr.pli.app.demo.Demonstration}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.demo;
