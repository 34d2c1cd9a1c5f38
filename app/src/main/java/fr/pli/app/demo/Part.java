package fr.pli.app.demo;

import fr.pli.exchange.account.Particulars;
import fr.pli.exchange.account.Profile;

/** The people of the demonstration; none of them exists. */
enum Part {
    ADMINISTRATOR("ines.bernard", "Inès", "Bernard", "Exploitation de Pli", Profile.ADMINISTRATOR),
    CLERK("claire.morel", "Claire", "Morel", "Tribunal judiciaire de Bordeaux", Profile.GREFFIER),
    MAGISTRAT("luc.arnaud", "Luc", "Arnaud", "Tribunal judiciaire de Bordeaux", Profile.MAGISTRAT),
    DEPUTY("nadia.roche", "Nadia", "Roche", "Tribunal judiciaire de Bordeaux", Profile.GREFFIER),
    PARTNER("pascal.gauthier", "Pascal", "Gauthier", "Centre hospitalier de Bourges", Profile.PARTNER),
    COLLEAGUE("sophie.leroux", "Sophie", "Leroux", "Centre hospitalier de Bourges", Profile.PARTNER),
    LAWYER("anne.poitou", "Anne", "Poitou", "Barreau de Bordeaux", Profile.LAWYER),
    DEFENCE("paul.girard", "Paul", "Girard", "Barreau de Bordeaux", Profile.LAWYER),
    EXPERT("helene.caron", "Hélène", "Caron", "Experts près la cour d'appel de Bordeaux", Profile.EXPERT),
    CO_EXPERT("marc.leroy", "Marc", "Leroy", "Experts près la cour d'appel de Bordeaux", Profile.EXPERT),
    SAPITEUR("julie.faure", "Julie", "Faure", "Laboratoire Faure", Profile.SAPITEUR),
    PARTY("odile.hartmann", "Odile", "Hartmann", "Particuliers", Profile.PARTY),
    PARTY_READER("jean.martel", "Jean", "Martel", "Clinique des Pins", Profile.PARTY),
    SUPPORT("hugo.petit", "Hugo", "Petit", "Exploitation de Pli", Profile.SUPPORT),
    AUDITOR("marie.lambert", "Marie", "Lambert", "Inspection (démonstration)", Profile.AUDITOR);

    private static final String DOMAIN = "@demo.example";

    private final String address;
    private final String firstName;
    private final String lastName;
    private final String organisation;
    private final Profile profile;

    Part(String address, String firstName, String lastName, String organisation, Profile profile) {
        this.address = address;
        this.firstName = firstName;
        this.lastName = lastName;
        this.organisation = organisation;
        this.profile = profile;
    }

    String email() {
        return address + DOMAIN;
    }

    Particulars particulars() {
        return new Particulars(email(), firstName, lastName, organisation, profile.name(), "fr", "Europe/Paris");
    }
}
