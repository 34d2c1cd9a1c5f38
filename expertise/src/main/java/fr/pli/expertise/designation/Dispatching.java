package fr.pli.expertise.designation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageQueued;
import fr.pli.exchange.message.MessageSent;
import fr.pli.expertise.experts.Experts;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the exchange says of packages: queued, the expert must still be selectable and the last day not over, whichever
 * call sent it (D-2); available, the designation waits for its answer and the expert is told (D-4).
 */
@Component
class Dispatching {

    private final DesignationTable table;
    private final Moves moves;
    private final MatterCheck check;
    private final Experts experts;
    private final Directory directory;
    private final DesignationNotices notices;
    private final ApplicationEventPublisher events;

    Dispatching(
            DesignationTable table,
            Moves moves,
            MatterCheck check,
            Experts experts,
            Directory directory,
            DesignationNotices notices,
            ApplicationEventPublisher events) {
        this.table = table;
        this.moves = moves;
        this.check = check;
        this.experts = experts;
        this.directory = directory;
        this.notices = notices;
        this.events = events;
    }

    @EventListener
    void on(MessageQueued queued) {
        if (ours(queued.message())) {
            table.carrying(queued.message().id()).ifPresent(designation -> {
                check.ahead(designation.matter().answerBy());
                if (directory
                        .find(designation.expert())
                        .filter(experts::selectable)
                        .isEmpty()) {
                    throw DesignationRefusal.NOT_SELECTABLE.with();
                }
            });
        }
    }

    /** What was joined to an answer and follows it later is told, too: to who designated. */
    @EventListener
    void on(MessageSent sent) {
        Message message = sent.message();
        if (!ours(message)) {
            return;
        }
        Designation found =
                table.find(Objects.requireNonNull(message.origin().reference())).orElseThrow();
        if (found.message().equals(message.id())) {
            Designation pending = moves.make(found.id(), Move.SEND, message.sender());
            notices.sent(pending);
            events.publishEvent(new DesignationSent(pending));
        } else if (found.settled()) {
            notices.joined(found);
        }
    }

    private static boolean ours(Message message) {
        return message.origin().kind().equals(PackageRule.KIND);
    }
}
