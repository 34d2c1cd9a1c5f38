package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.receipt.FileLine;
import fr.pli.exchange.receipt.Readings;
import fr.pli.exchange.receipt.Receipt;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.Move;
import fr.pli.expertise.dossier.ExpertiseWords;
import fr.pli.expertise.experts.Expert;
import fr.pli.expertise.experts.Experts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts designations together for pages and programs: people, files with receipts, history, and why a button is off. */
@Component
class DesignationViews {

    private final Designations designations;
    private final Experts experts;
    private final Specialties specialties;
    private final Directory directory;
    private final Courts courts;
    private final Messages messages;
    private final Readings readings;
    private final Receipts receipts;
    private final ExpertiseWords words;

    DesignationViews(
            Designations designations,
            Experts experts,
            Specialties specialties,
            Directory directory,
            Courts courts,
            Messages messages,
            Readings readings,
            Receipts receipts,
            ExpertiseWords words) {
        this.designations = designations;
        this.experts = experts;
        this.specialties = specialties;
        this.directory = directory;
        this.courts = courts;
        this.messages = messages;
        this.readings = readings;
        this.receipts = receipts;
        this.words = words;
    }

    Shown of(Person reader, Designation designation) {
        boolean mine = designation.heldBy(reader.id());
        Optional<Message> left =
                messages.find(designation.message()).filter(message -> designation.state() != DesignationState.DRAFT);
        Optional<Message> joined = Optional.ofNullable(designation.joined())
                .flatMap(messages::find)
                .filter(message -> message.availableAt() != null);
        boolean open = designation.open(designations.today());
        return new Shown(
                designation.id(),
                designation.state(),
                mine,
                open,
                expert(designation.expert()),
                holder(designation.holder()),
                specialty(designation),
                designation.matter(),
                court(designation.matter().court()),
                designation.message(),
                designation.follows(),
                designation.createdAt(),
                designation.sentAt(),
                designation.openedAt(),
                designation.endedAt(),
                designation.reminders(),
                designation.reason(),
                designation.comment(),
                left.filter(message -> messages.decide(reader, message).allowed())
                        .isPresent(),
                left.map(message -> files(designation, message)).orElse(List.of()),
                joined.map(Message::id).orElse(null),
                joined.map(message -> files(designation, message)).orElse(List.of()),
                history(designation),
                mine ? obstacle(Move.ACCEPT, designation) : null,
                mine ? obstacle(Move.WITHDRAW, designation) : null,
                designation.expertise());
    }

    private @Nullable String obstacle(Move move, Designation designation) {
        return move.forbidden(designation, designations.today())
                .map(refusal -> words.of(refusal))
                .orElse(null);
    }

    /** Somebody who has left has no entry of an expert any more, and keeps a name. */
    private Shown.Who expert(UUID id) {
        Optional<Expert> listed = experts.find(id);
        return listed.map(one -> new Shown.Who(
                        id,
                        one.name(),
                        one.email(),
                        one.court(),
                        Stream.of(one.landline(), one.mobile())
                                .filter(phone -> !phone.isEmpty())
                                .toList()))
                .orElseGet(() -> holder(id));
    }

    private Shown.Who holder(UUID id) {
        return directory
                .find(id)
                .map(person -> new Shown.Who(id, person.name(), person.email(), person.organisation(), List.of()))
                .orElseGet(() -> new Shown.Who(id, "", "", "", List.of()));
    }

    @Nullable
    String specialty(Designation designation) {
        String nomenclature = designation.nomenclature();
        String code = designation.specialty();
        return nomenclature == null || code == null
                ? null
                : specialties
                        .find(nomenclature, code)
                        .map(Specialties.Specialty::text)
                        .orElse(code);
    }

    @Nullable
    String court(@Nullable String code) {
        return code == null ? null : courts.find(code).map(Court::label).orElse(code);
    }

    private List<Shown.File> files(Designation designation, Message message) {
        Map<UUID, Receipt> had = receipts.of(message.id()).stream()
                .filter(receipt -> receipt.reader().equals(designation.expert()))
                .collect(Collectors.toMap(Receipt::file, Function.identity(), (one, other) -> one));
        return readings.lines(message).stream()
                .map(line -> file(line, had.get(line.id())))
                .toList();
    }

    private static Shown.File file(FileLine line, @Nullable Receipt receipt) {
        return new Shown.File(
                line.id(),
                line.path(),
                line.length(),
                line.fingerprint() == null ? "" : line.fingerprint(),
                line.previewed(),
                receipt == null ? 0 : receipt.percent(),
                receipt == null ? null : receipt.completeAt());
    }

    private List<Shown.Line> history(Designation designation) {
        var steps = designations.history(designation);
        Map<UUID, Person> people = directory.findAll(
                steps.stream().flatMap(step -> Stream.ofNullable(step.person())).toList());
        return steps.stream()
                .map(step -> new Shown.Line(
                        step.kind(),
                        step.at(),
                        step.person() == null
                                ? ""
                                : Optional.ofNullable(people.get(step.person()))
                                        .map(Person::name)
                                        .orElse("")))
                .toList();
    }

    /** One line of a list. */
    Row row(Person reader, Designation designation) {
        boolean mine = designation.heldBy(reader.id());
        Shown.Who other = mine ? expert(designation.expert()) : holder(designation.holder());
        return new Row(
                designation.id(),
                designation.state(),
                mine,
                designation.open(designations.today()),
                other.name(),
                other.court(),
                specialty(designation),
                designation.matter().title(),
                designation.matter().rg(),
                designation.matter().answerBy(),
                designation.createdAt(),
                designation.sentAt(),
                designation.openedAt(),
                designation.endedAt(),
                designation.reminders());
    }

    /** @param who on the other side. @param court their court or organisation */
    record Row(
            UUID id,
            DesignationState state,
            boolean mine,
            boolean open,
            String who,
            String court,
            @Nullable String specialty,
            String title,
            @Nullable String rg,
            java.time.@Nullable LocalDate answerBy,
            java.time.Instant createdAt,
            java.time.@Nullable Instant sentAt,
            java.time.@Nullable Instant openedAt,
            java.time.@Nullable Instant endedAt,
            int reminders) {}
}
