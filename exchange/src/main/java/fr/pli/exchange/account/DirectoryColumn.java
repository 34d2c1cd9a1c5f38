package fr.pli.exchange.account;

import java.util.List;

/** The columns of a directory file; the state is exported, and ignored when it is read back. */
enum DirectoryColumn implements ImportColumn {
    EMAIL(Titles.of(true, "E-mail", "E-mail", "mail", "courriel", "adresse", "adressemail", "adresseemail", "address")),
    FIRST_NAME(Titles.of(true, "Prénom", "First name", "givenname")),
    LAST_NAME(Titles.of(true, "Nom", "Last name", "surname", "familyname", "nomdefamille")),
    ORGANISATION(Titles.of(
            true, "Organisation", "Organisation", "organization", "organisme", "juridiction", "court", "body")),
    PROFILE(Titles.of(true, "Profil", "Profile")),
    LANGUAGE(Titles.of(false, "Langue", "Language")),
    ZONE(Titles.of(false, "Fuseau horaire", "Time zone", "fuseau", "zone"));

    private final Titles titles;

    DirectoryColumn(Titles titles) {
        this.titles = titles;
    }

    @Override
    public Titles titles() {
        return titles;
    }

    static Particulars particulars(ImportHeader<DirectoryColumn> header, List<String> cells) {
        return new Particulars(
                header.cell(cells, EMAIL),
                header.cell(cells, FIRST_NAME),
                header.cell(cells, LAST_NAME),
                header.cell(cells, ORGANISATION),
                header.cell(cells, PROFILE),
                header.cell(cells, LANGUAGE),
                header.cell(cells, ZONE));
    }
}
