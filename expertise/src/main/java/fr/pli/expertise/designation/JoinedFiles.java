package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.Drafts;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Files that an expert joins to an answer (D-7): a message of their own beside the package, sent with the answer. */
@Service
public class JoinedFiles {

    private final Designations designations;
    private final DesignationTable table;
    private final Messaging messaging;
    private final Drafts drafts;
    private final MessageSource sentences;
    private final Units units;

    JoinedFiles(
            Designations designations,
            DesignationTable table,
            Messaging messaging,
            Drafts drafts,
            MessageSource sentences,
            Units units) {
        this.designations = designations;
        this.table = table;
        this.messaging = messaging;
        this.drafts = drafts;
        this.sentences = sentences;
        this.units = units;
    }

    /** The draft for them, made at the first question while the designation waits for its answer. */
    public Draft begin(Person expert, UUID id) {
        return units.call(() -> {
            designations.addressed(expert, id);
            Designation designation = table.lock(id).orElseThrow();
            return of(expert, designation).orElseGet(() -> {
                Move.ACCEPT.forbidden(designation, designations.today()).ifPresent(over -> {
                    throw over.with();
                });
                UUID message = messaging.draft(expert, PackageRule.origin(id), Retention.unlimited());
                messaging.edit(
                        expert,
                        message,
                        List.of(),
                        sentences.getMessage("designation.answer.subject", null, expert.language()),
                        "",
                        0);
                table.joins(id, message);
                return drafts.get(expert, message);
            });
        });
    }

    /** As the expert sees them, on their way or arrived; empty when there are none. */
    public Optional<Draft> of(Person expert, Designation designation) {
        return designation.joined() == null ? Optional.empty() : Optional.of(drafts.get(expert, designation.joined()));
    }

    /** They leave with the answer, or by themselves later. A draft without any is thrown away. */
    void leave(Person expert, Designation designation) {
        of(expert, designation).ifPresent(draft -> {
            if (draft.files().isEmpty()) {
                messaging.delete(expert, draft.id());
                table.joins(designation.id(), null);
            } else {
                messaging.send(expert, draft.id());
            }
        });
    }

    /** After the answer: what was stopped on its way is sent again, or given up when nothing is left of it. */
    public void send(Person expert, UUID id) {
        units.run(() -> {
            designations.addressed(expert, id);
            Designation designation = table.lock(id).orElseThrow();
            if (!designation.answered()
                    || of(expert, designation)
                            .filter(draft -> draft.state() == MessageState.DRAFT)
                            .isEmpty()) {
                throw DesignationRefusal.NOTHING_JOINED.with();
            }
            leave(expert, designation);
        });
    }

    public void remove(Person expert, UUID id, UUID file) {
        Designation designation = designations.addressed(expert, id);
        if (designation.joined() == null) {
            throw DesignationRefusal.NOTHING_JOINED.with();
        }
        messaging.remove(expert, Objects.requireNonNull(designation.joined()), file);
    }
}
