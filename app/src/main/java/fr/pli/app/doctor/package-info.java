/**
 * The command {@code doctor} (O-5, ADR 0035): looks at an installation with its own settings, whether or not it can
 * start. Start reading at {@link fr.pli.app.doctor.Doctor}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "journal", "mail", "account", "attachment", "certificate", "rights"})
@org.jspecify.annotations.NullMarked
package fr.pli.app.doctor;
