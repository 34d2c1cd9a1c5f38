package fr.pli.exchange.merge;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.MergedEntries;
import fr.pli.exchange.account.Merging;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardRefusal;
import fr.pli.exchange.certificate.Operators;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Merges two accounts, after a dry run, and undoes it within a window (C-6). The account of who asked is kept; the other
 * entry stays, with everything that happened to it, and points there.
 */
@Component
public class Merges {

    /** Whoever administers, supports or audits has one account for that and nothing else. */
    private static final Set<Profile> NEVER =
            EnumSet.of(Profile.ADMINISTRATOR, Profile.SUPPORT, Profile.AUDITOR, Profile.OFFICE, Profile.TEAM);

    private final MergeRequestRows requests;
    private final MergeRows merges;
    private final ObjectProvider<Merging> features;
    private final MergedEntries entries;
    private final MergeMails mails;
    private final Directory directory;
    private final MergeSettings settings;
    private final Journal journal;
    private final Units units;

    Merges(
            MergeRequestRows requests,
            MergeRows merges,
            ObjectProvider<Merging> features,
            MergedEntries entries,
            MergeMails mails,
            Directory directory,
            MergeSettings settings,
            Journal journal,
            Units units) {
        this.requests = requests;
        this.merges = merges;
        this.features = features;
        this.entries = entries;
        this.mails = mails;
        this.directory = directory;
        this.settings = settings;
        this.journal = journal;
        this.units = units;
    }

    /**
     * The dry run: what would move, and what is in the way; changes nothing.
     *
     * @throws fr.pli.exchange.platform.RefusedException where the two cannot be merged
     */
    public List<Merge.Part> plan(Person operator, UUID request, UUID other) {
        Operators.insist(operator);
        MergeRequest asked = requests.find(request).orElseThrow(MergeRefusal.UNKNOWN::with);
        Person kept = insist(operator, asked, other);
        return features.orderedStream()
                .map(feature -> part(feature, other, kept.id()))
                .toList();
    }

    /**
     * @param other the account whose entry is to point to the one of who asked
     * @param typed how the operator made sure that both are one person's
     */
    public void merge(Person operator, UUID request, UUID other, String typed) {
        Operators.insist(operator);
        String checked = Operators.words(typed, CardRefusal.CHECK_REQUIRED);
        units.run(() -> {
            MergeRequest asked = requests.find(request).orElseThrow(MergeRefusal.UNKNOWN::with);
            entries.hold(asked.person(), other);
            Person kept = insist(operator, asked, other);
            if (!requests.answer(request, MergeRequest.State.MERGED, operator.id(), checked)) {
                throw MergeRefusal.ANSWERED.with();
            }
            UUID merge = merges.add(request, kept.id(), other, operator.id());
            mails.merged(kept, directory.find(other).orElseThrow(), request);
            features.orderedStream().forEach(feature -> {
                Merge.Part part = part(feature, other, kept.id());
                merges.part(merge, part, feature.merge(other, kept.id(), operator.id()));
                journal.append(Fact.of("account.merge-part")
                        .by(operator.id())
                        .about(merge)
                        .detail("subject", part.subject())
                        .detail("moves", part.moves())
                        .detail("conflicts", part.conflicts())
                        .detail("ends", part.ends()));
            });
            entries.point(other, kept.id());
            journal.append(Fact.of("account.merged")
                    .by(operator.id())
                    .about(kept.id())
                    .detail("merge", merge)
                    .detail("absorbed", other));
        });
    }

    /** Within the window after it: the two are two accounts again. */
    public void undo(Person operator, UUID request) {
        Operators.insist(operator);
        units.run(() -> {
            if (requests.find(request).isEmpty()) {
                throw MergeRefusal.UNKNOWN.with();
            }
            Merge merge = merges.of(request).orElseThrow(MergeRefusal.NOT_MERGED::with);
            entries.hold(merge.kept(), merge.absorbed());
            if (!merges.undo(merge.id(), operator.id(), settings.undo())) {
                throw merge.stands()
                        ? MergeRefusal.OVER.with(settings.undo().toDays())
                        : MergeRefusal.NOT_MERGED.with();
            }
            features.orderedStream()
                    .toList()
                    .reversed()
                    .forEach(feature -> feature.undo(
                            merge.absorbed(),
                            merge.kept(),
                            merges.moved(merge.id(), feature.subject()),
                            operator.id()));
            entries.separate(merge.absorbed());
            journal.append(Fact.of("account.separated")
                    .by(operator.id())
                    .about(merge.kept())
                    .detail("merge", merge.id())
                    .detail("absorbed", merge.absorbed()));
            mails.separated(
                    directory.find(merge.kept()).orElseThrow(),
                    directory.find(merge.absorbed()).orElseThrow(),
                    request);
        });
    }

    private static Merge.Part part(Merging feature, UUID absorbed, UUID kept) {
        Merging.Outlook outlook = feature.outlook(absorbed, kept);
        return new Merge.Part(feature.subject(), outlook.moves(), outlook.conflicts(), outlook.ends());
    }

    /** @return the account that is kept */
    private Person insist(Person operator, MergeRequest asked, UUID other) {
        Person kept = directory.find(asked.person()).orElseThrow(MergeRefusal.UNKNOWN::with);
        Person absorbed = directory.find(other).orElseThrow(MergeRefusal.OTHER_UNKNOWN::with);
        if (!asked.open()) {
            throw MergeRefusal.ANSWERED.with();
        }
        if (kept.id().equals(other)) {
            throw MergeRefusal.SAME.with();
        }
        if (operator.id().equals(kept.id()) || operator.id().equals(other)) {
            throw MergeRefusal.OWN.with();
        }
        if (NEVER.contains(kept.profile()) || NEVER.contains(absorbed.profile())) {
            throw MergeRefusal.PROFILE.with();
        }
        if (!kept.active() || !absorbed.active()) {
            throw MergeRefusal.NOT_ACTIVE.with();
        }
        // one step only: what was merged points to an account that is nobody else's entry
        if (kept.mergedInto() != null || absorbed.entries().size() > 1) {
            throw MergeRefusal.CHAINED.with();
        }
        return kept;
    }
}
