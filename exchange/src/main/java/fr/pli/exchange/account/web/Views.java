package fr.pli.exchange.account.web;

import fr.pli.exchange.account.ApiToken;
import fr.pli.exchange.account.EntryRow;
import fr.pli.exchange.account.EntryState;
import fr.pli.exchange.account.ImportPlan;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the programming interface of this feature says, as JSON. */
final class Views {

    private Views() {}

    /** One page of a list; {@code next} goes into {@code after} to have the following one, null at the end. */
    record Page<T>(List<T> items, @Nullable String next) {

        /** @param rows one more than {@code limit} when there is more */
        static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> key) {
            return new Page<>(
                    rows.stream().limit(limit).map(view).toList(),
                    rows.size() > limit ? key.apply(rows.get(limit - 1)) : null);
        }
    }

    /** Somebody to write to. */
    record Recipient(UUID id, String email, String name, String organisation, String profile) {

        static Recipient of(Person person) {
            return new Recipient(
                    person.id(),
                    person.email(),
                    person.name(),
                    person.organisation(),
                    person.profile().name());
        }
    }

    /**
     * An entry of the directory; {@code version} goes back with a change, absent where nobody may change it.
     *
     * @param state as {@link fr.pli.exchange.account.EntryState}
     * @param mergedInto the account that is used instead of it (C-6); null for an account of its own
     */
    record Entry(
            UUID id,
            String email,
            String firstName,
            String lastName,
            String organisation,
            String profile,
            String state,
            String language,
            String zone,
            @Nullable Long version,
            @Nullable Instant createdAt,
            @Nullable UUID mergedInto) {

        static Entry of(EntryRow row) {
            return of(row.person(), row.version(), row.createdAt());
        }

        static Entry of(Person person, @Nullable Long version, @Nullable Instant createdAt) {
            return new Entry(
                    person.id(),
                    person.email(),
                    person.firstName(),
                    person.lastName(),
                    person.organisation(),
                    person.profile().name(),
                    EntryState.of(person).name(),
                    person.language().getLanguage(),
                    person.zone().getId(),
                    version,
                    createdAt,
                    person.mergedInto());
        }
    }

    /** A token as its person sees it; {@code token} only in the answer that made it. */
    record Token(
            UUID id,
            String label,
            String hint,
            List<String> scopes,
            Instant createdAt,
            Instant endsAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            @Nullable String token) {

        static Token of(ApiToken token, @Nullable String clear) {
            return new Token(
                    token.id(),
                    token.label(),
                    token.hint(),
                    token.scopes().stream().map(Scope::label).toList(),
                    token.createdAt(),
                    token.endsAt(),
                    token.lastUsedAt(),
                    token.revokedAt(),
                    clear);
        }
    }

    /** A dry run; {@code lines} are those that do something or are refused. */
    record DryRun(
            UUID id,
            String fileName,
            String encoding,
            String separator,
            List<String> ignoredColumns,
            List<String> newOrganisations,
            long toCreate,
            long toChange,
            long unchanged,
            long refused,
            List<Line> lines) {

        static DryRun of(
                fr.pli.exchange.account.DryRun<ImportPlan> run, Function<ImportPlan.Line, @Nullable String> sentence) {
            ImportPlan plan = run.plan();
            return new DryRun(
                    run.id(),
                    run.fileName(),
                    run.encoding(),
                    run.separator(),
                    run.ignoredColumns(),
                    List.copyOf(plan.newOrganisations()),
                    plan.count(ImportPlan.Outcome.CREATE),
                    plan.count(ImportPlan.Outcome.CHANGE),
                    plan.count(ImportPlan.Outcome.SAME),
                    plan.count(ImportPlan.Outcome.REFUSED),
                    plan.lines().stream()
                            .filter(line -> line.outcome() != ImportPlan.Outcome.SAME)
                            .map(line -> Line.of(line, sentence.apply(line)))
                            .toList());
        }
    }

    /** A line of a dry run; {@code code} and {@code detail} say why it is refused. */
    record Line(
            int line,
            String outcome,
            String email,
            String name,
            List<String> changes,
            @Nullable String code,
            @Nullable String detail) {

        static Line of(ImportPlan.Line line, @Nullable String sentence) {
            return new Line(
                    line.number(),
                    line.outcome().name(),
                    line.email(),
                    line.name(),
                    line.changes(),
                    line.flaw().map(flaw -> flaw.refusal().code()).orElse(null),
                    sentence);
        }
    }
}
