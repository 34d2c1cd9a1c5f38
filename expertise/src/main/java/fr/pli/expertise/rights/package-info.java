/**
 * Who may do what in which folder in which state (M): the matrix as data, and one function that decides by it. Start
 * reading at {@link fr.pli.expertise.rights.Rights}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "account"})
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.rights;
