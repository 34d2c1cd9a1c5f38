package fr.pli.exchange.message.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A draft or waiting sending as page and interface show it, with its sentences in the reader's language.
 *
 * @param id null before the first thing was kept
 * @param state {@code DRAFT}, {@code QUEUED}, {@code SENT}, {@code DELETED} or {@code EXPIRED}
 * @param forecast end of life if it were made available now
 * @param sendable every rule of sending is kept
 * @param blocked why a queued sending came back to the drafts
 * @param unattended offices named without any active member, to be confirmed before it is sent
 * @param waiting what a queued sending waits for and what comes next
 * @param moving something will change without anybody doing anything: ask again soon
 * @param missing bytes that have not arrived
 * @param page where it is shown
 */
@NamedInterface("drafting")
public record DraftView(
        @Nullable UUID id,
        String state,
        String subject,
        String comment,
        @Nullable Integer days,
        int maxDays,
        String forecast,
        List<RecipientView> recipients,
        List<FileView> files,
        List<CheckView> checks,
        boolean sendable,
        @Nullable String blocked,
        @Nullable String unattended,
        @Nullable String waiting,
        @Nullable Instant queuedAt,
        @Nullable Instant changedAt,
        boolean moving,
        long missing,
        String page) {

    public boolean queued() {
        return state.equals("QUEUED");
    }

    /** « Envoyer » says when it will happen: now, or when everything has arrived. */
    public boolean ready() {
        return files.stream().allMatch(FileView::deliverable);
    }

    DraftView checked(List<CheckView> others) {
        return new DraftView(
                id,
                state,
                subject,
                comment,
                days,
                maxDays,
                forecast,
                recipients,
                files,
                others,
                sendable,
                blocked,
                unattended,
                waiting,
                queuedAt,
                changedAt,
                moving,
                missing,
                page);
    }

    /** Where the page's form goes. */
    public String action() {
        return id == null ? "/messages/new" : "/messages/drafts/" + id;
    }

    public String recallAction() {
        return id == null ? action() : action() + "/recall";
    }

    public String discardAction() {
        return id == null ? "/messages/drafts" : action() + "/delete";
    }

    public record RecipientView(UUID id, String name, String email, String organisation, boolean reachable) {}

    /**
     * @param tone {@code ok}, {@code wait}, {@code bad} or empty
     * @param claimed a fingerprint of the whole file is known: any computer may go on with it
     */
    public record FileView(
            UUID id,
            String path,
            long length,
            long received,
            String state,
            boolean deliverable,
            boolean claimed,
            @Nullable String sha256,
            String tone,
            String icon,
            String word) {}

    /** @param tone {@code ok}, {@code wait} or {@code bad} */
    public record CheckView(String name, String tone, String icon, String sentence) {}
}
