/** The application: main class, and around the features their layout, their doors and their administration. */
@org.jspecify.annotations.NullMarked
package fr.pli.app;
