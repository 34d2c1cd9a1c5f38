package fr.pli.expertise.testing;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.ExpertiseCreation;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Lifecycle;
import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.dossier.Provisions;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Expertises for tests, made through the services: {@code cases.setup()}, {@code cases.open()}, {@code
 * cases.in(CLOSED)}, then {@code one.lawyer(one.claimant())} for people in them. Each is a new one with a new expert.
 */
@Component
public class Cases {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private final People people;
    private final ExpertiseCreation creation;
    private final Expertises expertises;
    private final Lifecycle lifecycle;
    private final Provisions provisions;
    private final Participants participants;
    private final Roster roster;
    private final Units units;

    Cases(
            People people,
            ExpertiseCreation creation,
            Expertises expertises,
            Lifecycle lifecycle,
            Provisions provisions,
            Participants participants,
            Roster roster,
            Units units) {
        this.people = people;
        this.creation = creation;
        this.expertises = expertises;
        this.lifecycle = lifecycle;
        this.provisions = provisions;
        this.participants = participants;
        this.roster = roster;
        this.units = units;
    }

    /** An order that says what must be said, under a number of its own. */
    public static Order order(String claimant, String defendant) {
        return new Order(
                claimant,
                defendant,
                "TJ33063",
                "26/" + String.format("%05d", NUMBER.incrementAndGet() % 100_000),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Case setup() {
        Person expert = people.active(Profile.EXPERT);
        Expertise made = creation.create(expert, order("Martin", "SCI Les Pins"));
        List<Party> parties = participants.parties(made.id());
        return new Case(expert, made.id(), parties.get(0), parties.get(1));
    }

    public Case open() {
        return in(ExpertiseState.OPEN);
    }

    /** Led there on the ordinary way; REJECTED without ever having been « En cours ». */
    public Case in(ExpertiseState state) {
        Case one = setup();
        switch (state) {
            case SETUP -> {}
            case OPEN -> one.waive().become(ExpertiseState.OPEN);
            case PAUSED -> one.waive().become(ExpertiseState.OPEN).become(ExpertiseState.PAUSED);
            case CLOSED -> one.waive().become(ExpertiseState.OPEN).become(ExpertiseState.CLOSED);
            case REJECTED -> one.become(ExpertiseState.REJECTED);
        }
        return one;
    }

    /** One expertise and its expert. */
    public final class Case {

        private final Person expert;
        private final UUID id;
        private final Party claimant;
        private final Party defendant;

        private Case(Person expert, UUID id, Party claimant, Party defendant) {
            this.expert = expert;
            this.id = id;
            this.claimant = claimant;
            this.defendant = defendant;
        }

        public Person expert() {
            return expert;
        }

        public UUID id() {
            return id;
        }

        public Party claimant() {
            return claimant;
        }

        public Party defendant() {
            return defendant;
        }

        /** As it is now. */
        public Expertise now() {
            return expertises.find(id).orElseThrow();
        }

        /** The provision is waived: it may begin. */
        public Case waive() {
            var waived = new Provision(Provision.Status.WAIVED, null, null, null, null);
            provisions.record(expert, id, now().provision().status(), waived, List.of());
            return this;
        }

        /** By the expert, with a reason. */
        public Case become(ExpertiseState next) {
            lifecycle.change(expert, id, now().state(), next, "Motif de l'expert");
            return this;
        }

        public Person lawyer(Party party) {
            return join(Profile.LAWYER, Role.AVOCAT, party);
        }

        public Person publisher(Party party) {
            return join(Profile.PARTY, Role.PARTY_PUBLISHER, party);
        }

        public Person reader(Party party) {
            return join(Profile.PARTY, Role.PARTY_READER, party);
        }

        public Person coExpert() {
            return join(Profile.EXPERT, Role.CO_EXPERT, null);
        }

        public Person sapiteur() {
            return join(Profile.SAPITEUR, Role.SAPITEUR, null);
        }

        public Person magistrat() {
            return join(Profile.MAGISTRAT, Role.MAGISTRAT, null);
        }

        public Person greffier() {
            return join(Profile.GREFFIER, Role.GREFFIER, null);
        }

        /** Somebody new in that role; for a party, of the claimant's side. */
        public Person with(Role role) {
            return switch (role) {
                case EXPERT -> expert;
                case CO_EXPERT -> coExpert();
                case SAPITEUR -> sapiteur();
                case MAGISTRAT -> magistrat();
                case GREFFIER -> greffier();
                case AVOCAT -> lawyer(claimant);
                case PARTY_PUBLISHER -> publisher(claimant);
                case PARTY_READER -> reader(claimant);
                case EXPERT_FOR_PARTY -> {
                    add(expert, Role.EXPERT_FOR_PARTY, claimant);
                    yield expert;
                }
            };
        }

        private Person join(Profile profile, Role role, @Nullable Party party) {
            Person person = people.active(profile);
            add(person, role, party);
            return person;
        }

        public Participant add(Person person, Role role, @Nullable Party party) {
            return units.call(() -> roster.join(id, person.id(), role, party == null ? null : party.id(), expert.id()));
        }

        /** Every role of that person here ends. */
        public void leaves(Person person) {
            units.run(() -> participants.of(id).stream()
                    .filter(participant ->
                            participant.present() && participant.person().equals(person.id()))
                    .forEach(participant -> roster.leave(participant, expert.id())));
        }
    }
}
