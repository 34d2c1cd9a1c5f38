package fr.pli.exchange.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of offices, its lines put together by office; what can be refused without asking the directory is.
 *
 * @param offices by address, in the order of the file
 * @param broken lines that belong to no office
 */
record OfficeFile(Map<String, Entry> offices, List<OfficeImportPlan.Row> broken) {

    /**
     * One office of the file.
     *
     * @param number its first line
     * @param flaw what is wrong with the office itself
     * @param refused lines of it that are refused
     * @param members line of each member by their address
     */
    record Entry(
            int number,
            OfficeLine said,
            @Nullable Flaw flaw,
            List<OfficeImportPlan.Row> refused,
            Map<String, Integer> members) {}

    static OfficeFile of(ImportFile<OfficeLine> file) {
        var offices = new LinkedHashMap<String, Entry>();
        var broken = new ArrayList<OfficeImportPlan.Row>();
        for (ImportFile.Line<OfficeLine> line : file.lines()) {
            line.flaw().ifPresent(flaw -> broken.add(OfficeImportPlan.Row.refused(line.number(), "", "", "", flaw)));
            line.typed().ifPresent(said -> take(offices, line.number(), said));
        }
        return new OfficeFile(offices, List.copyOf(broken));
    }

    private static void take(Map<String, Entry> offices, int number, OfficeLine said) {
        Entry office = offices.computeIfAbsent(
                OfficeEntries.address(said.email()),
                address -> new Entry(
                        number,
                        said,
                        OfficeEntries.flaw(said.name(), said.email()).orElse(null),
                        new ArrayList<>(),
                        new LinkedHashMap<>()));
        if (!same(office.said(), said)) {
            refuse(office, number, said, Flaw.of("line", DirectoryRefusal.OFFICE_TWICE, office.number()));
            return;
        }
        String member = OfficeEntries.address(said.member());
        Integer first = member.isEmpty() ? null : office.members().putIfAbsent(member, number);
        if (first != null) {
            refuse(office, number, said, Flaw.of("member", DirectoryRefusal.LINE_TWICE, first));
        }
    }

    private static boolean same(OfficeLine one, OfficeLine other) {
        return ParticularsCheck.tidy(one.name()).equals(ParticularsCheck.tidy(other.name()))
                && Organisations.key(one.organisation()).equals(Organisations.key(other.organisation()))
                && OfficeState.of(one.state()) == OfficeState.of(other.state());
    }

    private static void refuse(Entry office, int number, OfficeLine said, Flaw flaw) {
        office.refused()
                .add(OfficeImportPlan.Row.refused(
                        number, OfficeEntries.address(said.email()), said.name(), said.member(), flaw));
    }
}
