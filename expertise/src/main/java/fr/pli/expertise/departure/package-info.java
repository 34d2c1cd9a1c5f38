/**
 * Departure or transfer of court staff (T): declared by themselves, carried out at midnight, their files handed to a
 * successor or listed for support. Start reading at {@link fr.pli.expertise.departure.Departures}, then {@link
 * fr.pli.expertise.departure.Succession}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "journal",
            "mail",
            "account",
            "upload",
            "message",
            "notification",
            "privacy",
            "rights",
            "participants",
            "dossier"
        })
@org.jspecify.annotations.NullMarked
package fr.pli.expertise.departure;
