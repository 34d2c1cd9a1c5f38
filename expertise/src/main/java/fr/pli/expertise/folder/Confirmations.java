package fr.pli.expertise.folder;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageBlocked;
import fr.pli.exchange.message.MessageQueued;
import fr.pli.expertise.rights.Explanations;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Ruling;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The right to deposit is decided when the deposit is confirmed, whichever call confirms it, and journaled (E-4). The
 * expertise and the depositor's roles are held meanwhile: a change of state or a departure comes before or after it.
 */
@Component
class Confirmations {

    private final Access access;
    private final Explanations explanations;
    private final DepositRows deposits;
    private final Folders folders;
    private final Corrections corrections;
    private final Cotes cotes;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    Confirmations(
            Access access,
            Explanations explanations,
            DepositRows deposits,
            Folders folders,
            Corrections corrections,
            Cotes cotes,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.explanations = explanations;
        this.deposits = deposits;
        this.folders = folders;
        this.corrections = corrections;
        this.cotes = cotes;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(MessageQueued queued) {
        Message message = queued.message();
        if (!message.origin().kind().equals(Access.KIND)) {
            return;
        }
        Folder folder = folders.find(Objects.requireNonNull(message.origin().reference()))
                .orElseThrow();
        hold(folder.expertise(), message.sender());
        Sight sight = access.sight(message.sender(), folder.id()).orElseThrow(FolderRefusal.UNKNOWN::with);
        if (!sight.ruling().depositable()) {
            throw FolderRefusal.NO_DEPOSIT.with(explanations.of(sight.ruling(), sight.place(), sight.state()));
        }
        requireReceiver(folder, message.id());
        Deposit deposit = deposits.find(message.id()).orElseThrow();
        message.attachments().forEach(attachment -> {
            Deposit.Detail detail = deposit.detail(attachment.file());
            corrections.require(message.sender(), folder, detail.replaces());
        });
        cotes.take(message, folder, deposit);
        Role role = Objects.requireNonNull(sight.ruling().role());
        boolean proposal = proposes(folder, sight.ruling());
        deposits.confirmed(message.id(), role, proposal, clock.instant());
        journal.append(Fact.of("deposit.confirmed")
                .by(message.sender())
                .message(message.id())
                .about(folder.expertise())
                .detail("folder", folder.id())
                .detail("role", role)
                .detail("proposal", proposal));
    }

    /** What the expert deposits for a party needs nobody's acceptance (ADR 0057). */
    static boolean proposes(Folder folder, Ruling ruling) {
        Role role = ruling.role();
        return folder.confidential() && role != null && role.ofParty() && role != Role.EXPERT_FOR_PARTY;
    }

    private void hold(UUID expertise, UUID depositor) {
        jdbc.sql("select id from expertise where id = ? lock in share mode")
                .param(expertise)
                .query(UUID.class)
                .single();
        jdbc.sql("select id from participant where expertise = ? and person = ? lock in share mode")
                .params(expertise, depositor)
                .query(UUID.class)
                .list();
    }

    /** Without any active greffier nobody would receive it: its depositor must know that (E-10). */
    private void requireReceiver(Folder folder, UUID message) {
        if (unattended(folder)
                && !jdbc.sql("select unattended from message where id = ?")
                        .param(message)
                        .query(Boolean.class)
                        .single()) {
            throw FolderRefusal.NO_GREFFIER.with();
        }
    }

    boolean unattended(Folder folder) {
        return folder.kind() == FolderKind.EXPERT_PARTIES_VERS_GREFFE
                && jdbc.sql("""
                        select not exists (select 1 from participant p join person h on h.id = p.person
                          where p.expertise = ? and p.role = 'GREFFIER' and p.left_at is null and h.state = 'ACTIVE')
                        """).param(folder.expertise()).query(Boolean.class).single();
    }

    @EventListener
    void on(MessageBlocked blocked) {
        if (blocked.message().origin().kind().equals(Access.KIND)) {
            deposits.unconfirmed(blocked.message().id());
        }
    }
}
