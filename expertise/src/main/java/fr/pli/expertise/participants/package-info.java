/**
 * Parties and the people who take part in an expertise, with their roles (E-7). Start reading at {@link
 * fr.pli.expertise.participants.Participants}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "rights"})
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.participants;
