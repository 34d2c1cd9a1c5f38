package fr.pli.expertise.designation;

import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.Drafts;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Reposts;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.experts.Experts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * Prepares a designation (D-2, D-3): the expert first, then the package, which is the draft of a message; what is not
 * said here (uploads, files taken off, the fate) is the exchange's.
 */
@Service
public class Preparation {

    private final Designations designations;
    private final DesignationTable table;
    private final MatterCheck check;
    private final Experts experts;
    private final Directory directory;
    private final Courts courts;
    private final Messaging messaging;
    private final Drafts drafts;
    private final Reposts reposts;
    private final MessageSource sentences;
    private final Units units;
    private final Clock clock;

    Preparation(
            Designations designations,
            DesignationTable table,
            MatterCheck check,
            Experts experts,
            Directory directory,
            Courts courts,
            Messaging messaging,
            Drafts drafts,
            Reposts reposts,
            MessageSource sentences,
            Units units,
            Clock clock) {
        this.designations = designations;
        this.table = table;
        this.check = check;
        this.experts = experts;
        this.directory = directory;
        this.courts = courts;
        this.messaging = messaging;
        this.drafts = drafts;
        this.reposts = reposts;
        this.sentences = sentences;
        this.units = units;
        this.clock = clock;
    }

    /**
     * « Étape suivante »: a draft for that expert.
     *
     * @param code of the specialty under which they were chosen, of {@code nomenclature}; null for none
     */
    public Designation begin(
            Person author, @Nullable UUID expert, @Nullable String nomenclature, @Nullable String code) {
        return units.call(() -> make(author, expert, nomenclature, code, null));
    }

    /**
     * Offers the package of a fruitless designation to another expert: a draft that carries the same sealed files and
     * says the same of the case (D-8).
     */
    public Designation offer(
            Person holder, UUID id, @Nullable UUID expert, @Nullable String nomenclature, @Nullable String code) {
        return units.call(() -> {
            Designation former = designations.held(holder, id);
            if (!former.state().fruitless()) {
                throw DesignationRefusal.STILL_OPEN.with();
            }
            Designation made = make(holder, expert, nomenclature, code, former.id());
            LocalDate last = former.matter().answerBy();
            table.describe(
                    made.id(),
                    former.matter().until(last == null || last.isBefore(designations.today()) ? null : last));
            reposts.attach(holder, made.message(), former.message());
            return table.find(made.id()).orElseThrow();
        });
    }

    private Designation make(
            Person author,
            @Nullable UUID expert,
            @Nullable String nomenclature,
            @Nullable String code,
            @Nullable UUID follows) {
        requireStaff(author);
        Person chosen = selectable(expert);
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        table.add(id, author.id(), chosen.id(), follows, now);
        UUID message = messaging.draft(author, PackageRule.origin(id), Retention.unlimited());
        table.carries(id, message);
        choose(id, chosen, nomenclature, code);
        courts.find(author.organisation())
                .ifPresent(court -> table.describe(id, new Matter(null, null, court.code(), null, null, null)));
        messaging.edit(
                author,
                message,
                List.of(),
                sentences.getMessage("designation.subject", null, author.language()),
                "",
                0);
        return table.find(id).orElseThrow();
    }

    /** Another expert for a draft. */
    public void choose(
            Person author, UUID id, @Nullable UUID expert, @Nullable String nomenclature, @Nullable String code) {
        units.run(() -> {
            draft(author, id);
            choose(id, selectable(expert), nomenclature, code);
        });
    }

    /** What no nomenclature knows is no specialty of the expert. */
    private void choose(UUID id, Person expert, @Nullable String nomenclature, @Nullable String code) {
        boolean listed = experts.find(expert.id()).stream()
                .flatMap(one -> one.specialties().stream())
                .anyMatch(one ->
                        one.nomenclature().equals(nomenclature) && one.code().equals(code));
        table.chosen(id, expert.id(), listed ? nomenclature : null, listed ? code : null);
    }

    /** Replaces what a draft says of the case. */
    public void describe(Person author, UUID id, Matter typed) {
        units.run(() -> {
            draft(author, id);
            table.describe(id, check.check(typed));
        });
    }

    /** The package while it is prepared, waits for its files or has left; the author's own. */
    public Draft files(Person author, UUID id) {
        return drafts.get(author, designations.held(author, id).message());
    }

    public void remove(Person author, UUID id, UUID file) {
        messaging.remove(author, draft(author, id).message(), file);
    }

    /**
     * « Confirmer l'envoi »: the expert must be selectable, asked of the authorities now (D-2); the designation leaves as
     * soon as its files are clean.
     */
    public void send(Person author, UUID id) {
        Designation draft = draft(author, id);
        directory.find(draft.expert()).ifPresent(experts::askAuthorities);
        units.run(() -> messaging.send(author, draft.message()));
    }

    /** Takes what waits for its files back, to be changed. */
    public void recall(Person author, UUID id) {
        messaging.recall(author, draft(author, id).message());
    }

    /** Throws away what has not left. */
    public void discard(Person author, UUID id) {
        Draft files = files(author, id);
        if (files.state() != MessageState.DRAFT && files.state() != MessageState.QUEUED) {
            throw MessageRefusal.PERMANENT.with();
        }
        messaging.delete(author, files.id());
    }

    private Designation draft(Person author, UUID id) {
        Designation found = designations.held(author, id);
        Move.SEND.forbidden(found, designations.today()).ifPresent(obstacle -> {
            throw obstacle.with();
        });
        return found;
    }

    private Person selectable(@Nullable UUID expert) {
        if (expert == null) {
            throw DesignationRefusal.EXPERT_REQUIRED.with();
        }
        return directory.find(expert).filter(experts::selectable).orElseThrow(DesignationRefusal.NOT_SELECTABLE::with);
    }

    static void requireStaff(Person person) {
        if (!person.profile().justiceStaff() || !person.active()) {
            throw DesignationRefusal.STAFF_ONLY.with();
        }
    }
}
