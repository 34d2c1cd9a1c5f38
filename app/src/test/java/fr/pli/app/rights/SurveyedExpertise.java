package fr.pli.app.rights;

import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.rights.ExchangeableRights;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Matrices;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One expertise with a document in every folder, of two parties and two sapiteurs, and two people of each role: one
 * without grants, and one whom the expert has granted every folder. Made once, through the product, under matrices that
 * allow what the making needs.
 */
@Component
class SurveyedExpertise {

    /** What all documents here are found by, and nothing else in the database. */
    static final String WORD = "sondage" + Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 20, 36);

    private final Cases cases;
    private final People people;
    private final Visitors visitors;
    private final Filings filings;
    private final Folders folders;
    private final Grants grants;
    private final ExchangeableRights rights;
    private final JdbcClient jdbc;

    private Cases.Case one;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();

    SurveyedExpertise(
            Cases cases,
            People people,
            Visitors visitors,
            Filings filings,
            Folders folders,
            Grants grants,
            ExchangeableRights rights,
            JdbcClient jdbc) {
        this.cases = cases;
        this.people = people;
        this.visitors = visitors;
        this.filings = filings;
        this.folders = folders;
        this.grants = grants;
        this.rights = rights;
        this.jdbc = jdbc;
    }

    /** Somebody with one role. @param owner whose folders are their own, null for none */
    record Reader(int number, String role, UUID person, UUID owner, boolean granted, Visitor visitor) {

        boolean owns(Spot spot) {
            return owner != null && owner.equals(spot.owner());
        }

        @Override
        public String toString() {
            return role + (granted ? " with grants" : "");
        }
    }

    /** A folder and the document in it. @param owner null where there is one for the expertise */
    record Spot(int number, String kind, UUID owner, UUID folder, Document document) {

        boolean ofParty() {
            return kind.startsWith("PARTIE_");
        }

        String name() {
            return document.path();
        }
    }

    UUID id() {
        return one.id();
    }

    List<Reader> readers() {
        return readers;
    }

    List<Spot> spots() {
        return spots;
    }

    synchronized void make() {
        if (one != null) {
            return;
        }
        try {
            one = cases.open();
            var joined = new ArrayList<Participant>();
            for (boolean granted : new boolean[] {false, true}) {
                for (Role role : Role.values()) {
                    joined.add(join(role, granted));
                }
            }
            rights.exchange(everybody("DEPOSIT"));
            fill(joined);
            rights.exchange(everybody("GRANT"));
            joined.stream().skip(Role.values().length).forEach(this::grantAll);
        } finally {
            rights.restore();
        }
    }

    /**
     * The state and the parties' mode of deposit, straight in the database: the survey asks about states, not about the
     * ways between them. It was « En cours » once, so that its card is in everybody's list.
     */
    void become(String state, boolean expertMode) {
        jdbc.sql("update expertise set state = ? where id = ?")
                .params(state, id())
                .update();
        jdbc.sql("update party set expert_deposits = ? where expertise = ?")
                .params(expertMode, id())
                .update();
    }

    private Participant join(Role role, boolean granted) {
        Person person = people.active(profile(role));
        Participant joined = one.add(person, role, role.ofParty() ? one.claimant() : null);
        readers.add(new Reader(
                readers.size(),
                role.name(),
                person.id(),
                joined.standing().owner(),
                granted,
                visitors.signedIn(person)));
        return joined;
    }

    /** A profile that signs in with a password alone in these tests; rights look at roles, never at profiles. */
    private static Profile profile(Role role) {
        return switch (role) {
            case MAGISTRAT -> Profile.MAGISTRAT;
            case GREFFIER -> Profile.GREFFIER;
            case AVOCAT -> Profile.LAWYER;
            case PARTY_PUBLISHER, PARTY_READER -> Profile.PARTY;
            case EXPERT, CO_EXPERT, SAPITEUR, EXPERT_FOR_PARTY -> Profile.EXPERT;
        };
    }

    private void fill(List<Participant> joined) {
        for (FolderKind kind : FolderKind.values()) {
            switch (kind.group()) {
                case SAPITEUR ->
                    joined.stream()
                            .filter(participant -> participant.role() == Role.SAPITEUR)
                            .forEach(sapiteur -> spot(kind, sapiteur.id()));
                case PARTIES -> {
                    spot(kind, one.claimant().id());
                    spot(kind, one.defendant().id());
                }
                default -> spot(kind, null);
            }
        }
    }

    private void spot(FolderKind kind, UUID owner) {
        UUID folder = folders.at(one.id(), kind, owner);
        String name = WORD + "-" + (100 + spots.size()) + ".txt";
        spots.add(new Spot(spots.size(), kind.name(), owner, folder, filings.one(one.expert(), folder, name)));
    }

    private void grantAll(Participant participant) {
        spots.forEach(spot -> grants.giveFolder(one.expert(), one.id(), participant.id(), spot.folder()));
    }

    /** A matrix in which every cell says the same. */
    private static String everybody(String cell) {
        return Matrices.shipped()
                .lines()
                .map(line ->
                        line.startsWith("role,") ? line : line.replaceAll("(,[A-Z_]+){5}$", ("," + cell).repeat(5)))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
