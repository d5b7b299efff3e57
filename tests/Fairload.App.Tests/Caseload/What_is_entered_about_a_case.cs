using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload;

public sealed class What_is_entered_about_a_case
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    private const string Row = "R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,";

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_from_then_on_and_is_kept_in_versions_with_who_entered_it(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Row);
        var (one, grace) = (await council.Case("R-1"), await Worker(council, "1001"));
        Council.Good(await Enter(council, one, new("somali", true, OwnWish.Keep, grace, "KT3"), 0));
        Council.Good(await Enter(council, one, new("somali", false, OwnWish.Keep, grace, "KT3"), 1, await council.Practitioner("1001")));

        var view = (await Of(council, one, Principal))!;
        Assert.Equal(
            (2, "Grace Adeyemi", false, "Grace Adeyemi"),
            (view.Number, view.Now!.EnteredBy, view.Facts.LanguageIsMust, view.About!.Name));
        var past = Assert.Single(view.Past);
        Assert.Equal((1, "Pat Singh", true), (past.Number, past.EnteredBy, past.LanguageIsMust));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_lost_when_two_enter_it_at_once_and_is_entered_once_by_a_double_click(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Row);
        var one = await council.Case("R-1");
        var facts = SupplementFacts.Nothing with { Locality = "KT3" };
        Council.Good(await Enter(council, one, facts, 0));
        Council.Good(await Enter(council, one, facts, 0));
        Assert.Equal(1, await council.Db(db => db.Set<CaseSupplement>().CountAsync()));

        var late = await Enter(council, one, facts with { Locality = "KT4" }, 0, await council.Practitioner("1001"));
        Assert.StartsWith(
            "Pat Singh has changed this while you looked at it.", Assert.Single(Council.Refused(late)), StringComparison.Ordinal);
        Assert.Equal("KT3", (await Of(council, one, Principal))!.Facts.Locality);
        Council.Good(await Enter(council, one, facts with { Locality = "KT4" }, 1));
        Assert.Equal("KT4", (await Of(council, one, Principal))!.Facts.Locality);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_the_kind_of_a_conflict_to_who_allocates_and_lets_nobody_else_enter_one(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Row);
        var (one, ngozi, grace) = (await council.Case("R-1"), await Worker(council, "1003"), await council.Practitioner("1001"));
        var nothing = SupplementFacts.Nothing;
        var told = await Enter(council, one, nothing, 0, grace, ngozi, ConflictReason.Related);
        Assert.StartsWith("Conflicts of interest are entered by whoever allocates", Assert.Single(Council.Refused(told)),
            StringComparison.Ordinal);

        Council.Good(await Enter(council, one, nothing, 0, with: ngozi, reason: ConflictReason.Related));
        Assert.True((await Of(council, one, Principal))!.SeesReasons);
        var seen = (await Of(council, one, grace))!;
        Assert.Equal((false, true, "Ngozi Okafor"), (seen.SeesReasons, seen.MayChange, Assert.Single(seen.Conflicts).Worker.Name));
        Assert.Empty(seen.Staff);
        Assert.Null(await Of(council, one, await council.Practitioner("1002")));
        Assert.Null(await Of(council, one, new("HR", null, [new(Role.HumanResources)])));
        Assert.False((await Of(council, one, new("An analyst", null, [new(Role.Analyst)])))!.SeesReasons);

        // The same once more is one; another kind takes its place; it ends and stays in the books.
        Council.Good(await Enter(council, one, nothing, 0, with: ngozi, reason: ConflictReason.Related));
        Council.Good(await Enter(council, one, nothing, 1, with: ngozi, reason: ConflictReason.Dispute));
        var standing = Assert.Single((await Of(council, one, Principal))!.Conflicts).Conflict;
        Assert.Equal(ConflictReason.Dispute, standing.Reason);
        Council.Good(await council.Ask((SupplementDesk desk) =>
            desk.Enter(one, new(2, nothing, null, null, [standing.Id]), Principal, default)));
        Assert.Empty((await Of(council, one, Principal))!.Conflicts);
        Assert.Equal(2, await council.Db(db => db.Set<CaseConflict>().CountAsync(c => c.ToOn != null && c.EndedBy == "Pat Singh")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuses_people_who_left_or_are_nobody_and_what_contradicts_itself_and_stores_nothing(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Row);
        var (one, tom) = (await council.Case("R-1"), await Worker(council, "1002"));
        var (left, grace) = (await Worker(council, "1004"), await Worker(council, "1001"));
        var nothing = SupplementFacts.Nothing;
        Assert.StartsWith("Olu Left has left, so no case is offered to them", await Refused(nothing, left, ConflictReason.Other),
            StringComparison.Ordinal);
        Assert.Equal("Choose somebody from the list who works here", await Refused(nothing, Id<Worker>.New(), ConflictReason.Other));
        Assert.Equal("Choose what kind of conflict it is", await Refused(nothing, tom, null));
        Assert.Equal("Choose who has the conflict of interest", await Refused(nothing, null, ConflictReason.Other));
        Assert.StartsWith("Choose a worker who holds the case or has held it",
            await Refused(nothing with { Wish = OwnWish.Keep, About = tom }, null, null), StringComparison.Ordinal);
        Assert.StartsWith("Grace Adeyemi has a conflict of interest in this case",
            await Refused(nothing with { Wish = OwnWish.Keep, About = grace }, grace, ConflictReason.Other), StringComparison.Ordinal);
        Assert.Equal((0, 0), await council.Db(async db =>
            (await db.Set<CaseSupplement>().CountAsync(), await db.Set<CaseConflict>().CountAsync())));

        async Task<string> Refused(SupplementFacts facts, Id<Worker>? with, ConflictReason? reason) =>
            Assert.Single(Council.Refused(await Enter(council, one, facts, 0, with: with, reason: reason)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stands_in_the_way_of_undoing_the_import_that_brought_the_case(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Row);
        Council.Good(await Enter(council, await council.Case("R-1"), SupplementFacts.Nothing with { Locality = "KT3" }, 0));
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("(R-1)", StringComparison.Ordinal));
    }

    private static Task<SupplementView?> Of(Council council, Id<Case> one, Reader reader) =>
        council.Ask((SupplementDesk desk) => desk.Of(one, reader, default));

    private static Task<Result<Done>> Enter(
        Council council, Id<Case> one, SupplementFacts facts, int number, Reader? reader = null, Id<Worker>? with = null,
        ConflictReason? reason = null) =>
        council.Ask((SupplementDesk desk) => desk.Enter(one, new(number, facts, with, reason, []), reader ?? Principal, default));

    private static Task<Id<Worker>> Worker(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());
}
