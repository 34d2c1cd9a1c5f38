package fr.pli.exchange.account;

import java.util.List;

/** The columns of a file of offices; name and state of a member are exported, and ignored when they are read back. */
enum OfficeColumn implements ImportColumn {
    EMAIL(Titles.of(true, "Adresse du bureau", "Address of the office", "adresse", "address", "email", "mail")),
    NAME(Titles.of(true, "Nom", "Name", "nomdubureau", "bureau", "office", "equipe", "team")),
    ORGANISATION(Titles.of(
            true, "Organisation", "Organisation", "organization", "organisme", "juridiction", "court", "body")),
    STATE(Titles.of(false, "État du bureau", "State of the office", "etat", "state")),
    MEMBER(Titles.of(true, "Adresse du membre", "Address of the member", "membre", "member"));

    private final Titles titles;

    OfficeColumn(Titles titles) {
        this.titles = titles;
    }

    @Override
    public Titles titles() {
        return titles;
    }

    static OfficeLine line(ImportHeader<OfficeColumn> header, List<String> cells) {
        return new OfficeLine(
                header.cell(cells, EMAIL),
                header.cell(cells, NAME),
                header.cell(cells, ORGANISATION),
                header.cell(cells, STATE),
                header.cell(cells, MEMBER));
    }
}
