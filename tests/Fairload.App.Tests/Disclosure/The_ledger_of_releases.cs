using System.Data.Common;
using Fairload.App.Disclosure;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Disclosure;

public sealed class The_ledger_of_releases
{
    private static readonly Population People = Good(Population.Of(
    [
        new Atom(20, [new("2026", "Ash")]), new Atom(12, [new("2026", "Elm")]), new Atom(15, [new("2026", "Oak")]),
        new Atom(4, [new("2026", "Yew")]),
    ]));

    [Theory, ClassData(typeof(Engines))]
    public async Task Holds_a_new_table_against_every_earlier_one(string engine)
    {
        await using var council = await Council.On(engine);

        var first = Good(await Release(council, "Whole", ["Ash", "Elm", "Oak", "Yew"]));
        var second = Good(await Release(council, "Three", ["Ash", "Elm", "Oak"]));
        var third = Good(await Release(council, "Two", ["Ash", "Elm"]));

        Assert.Equal([null, HiddenBecause.GivesAwayWithEarlier, null], new[] { first, second, third }.Select(r => r.Groups[0].Hidden));
        Assert.Equal("With figures that were shown before, a group of fewer than 10 people could be worked out.", $"{second.Why(second.Groups[0])}");
        var lines = await council.Ask((DisclosureDesk desk) => desk.Look(default));
        Assert.Equal(["Whole 1 1", "Three 2 1", "Two 3 2"], lines.Select(l => $"{l.Title} {l.Number} {l.Figures}"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sees_both_of_two_releases_at_once(string engine)
    {
        await using var council = await Council.On(engine);

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Release(
            council, $"{i}", i % 2 == 0 ? ["Ash", "Elm", "Oak", "Yew"] : ["Ash", "Elm", "Oak"]))));

        var shown = both.Select(Good).Where(r => r.Groups[0].IsShown).Select(r => r.Groups[0].People.Count).Distinct();
        Assert.Single(shown);
        var lines = await council.Ask((DisclosureDesk desk) => desk.Look(default));
        Assert.Equal([1, 2, 3, 4, 5, 6], lines.Select(l => l.Number));
        var audit = await council.Ask((DisclosureDesk desk) => desk.Audit("staff", 1_000_000, default));
        Assert.Equal((6, AuditState.Proved), (Good(audit!.Value).Releases, Good(audit.Value).State));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_not_be_changed_or_deleted_from(string engine)
    {
        await using var council = await Council.On(engine);
        Good(await Release(council, "Whole", ["Ash", "Elm", "Oak", "Yew"]));

        foreach (var sql in new[]
        {
            "delete from disclosure_row", "delete from disclosure_release", "update disclosure_release set floor = 5",
            "update disclosure_row set cells = '[]'",
        })
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => council.Db(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Contains("The ledger of releases can not be", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuses_a_lower_floor_than_people_answered_under(string engine)
    {
        await using var council = await Council.On(engine);
        Good(await Release(council, "Whole", ["Ash", "Elm", "Oak", "Yew"]));

        var lower = await Release(council, "Low", ["Ash"], Good(DisclosureRule.Of(5, 20)));

        Assert.False(lower.Try(out _, out var problems));
        Assert.Equal("The floor can not go down from 10 to 5: people answered under the higher one", problems![0].Message);
        Assert.Single(await council.Ask((DisclosureDesk desk) => desk.Look(default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_nothing_out_that_is_not_proved(string engine)
    {
        await using var council = await Council.On(engine);

        var hasty = await Release(council, "Whole", ["Ash", "Elm", "Oak", "Yew"], effort: new(100, 0));

        Assert.False(hasty.Try(out _, out var problems));
        Assert.Equal("Not proved that no group of fewer than 10 people can be worked out. Nothing of this may be shown.", problems![0].Message);
        Assert.Empty(await council.Ask((DisclosureDesk desk) => desk.Look(default)));
    }

    /// <summary>Two teams of nine: by sums nothing is told, and in whole numbers both.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_nothing_out_whose_counts_are_not_proved(string engine)
    {
        await using var council = await Council.On(engine);
        (string Team, int People)[] teams = [("Ash", 20), ("Elm", 20), ("Oak", 9), ("Yew", 9)];
        var people = Good(Population.Of(teams.Select(t => new Atom(t.People, [new("2026", t.Team)], 40))));
        List<Group> wanted = [new("2026", "all", [.. teams.Select(t => t.Team)]), .. teams.Select(t => new Group("2026", t.Team, [t.Team], 1))];

        var hasty = await Ask(new(20_000, 50_000_000, 1));
        var told = await council.Ask((DisclosureDesk desk) => desk.Look(default));
        var release = Good(await Ask(ProofEffort.Usual));

        Assert.False(hasty.Try(out _, out _));
        Assert.Empty(told);
        Assert.True(release.Proof.IsProvedByAll);
        Assert.Equal(
            ["all 58", "Ash 20", "Elm 20", "Oak KeptBack", "Yew Small"],
            release.Groups.Select(g => $"{g.Group.Name} {g.People.Count}{g.Hidden}"));
        Assert.True(Good((await council.Ask((DisclosureDesk desk) => desk.Audit("counted", 1_000_000, default)))!.Value).IsProved);

        Task<Result<Release>> Ask(ProofEffort effort) => council.Ask((DisclosureDesk desk) => desk.Release(
            new("counted", "2026", "Teams", people, wanted, DisclosureRule.Usual, effort), Reader.AtTheMachine, default));
    }

    /// <summary>Written past the desk, as somebody at the database could: the audit trusts nothing that was decided.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_found_out_by_the_audit_when_it_holds_what_is_unsafe(string engine)
    {
        await using var council = await Council.On(engine);
        Good(await Release(council, "Whole", ["Ash", "Elm", "Oak", "Yew"]));
        await council.Db(db => db.Database.ExecuteSqlAsync($"""
            insert into disclosure_row (id, release_id, position, round, name, cells, turn, shows_people)
            select {Guid.CreateVersion7()}, id, 99, '2026', 'planted', {"""["Ash","Elm","Oak"]"""}, 0, {true} from disclosure_release
            """));

        var audit = await council.Ask((DisclosureDesk desk) => desk.Audit("staff", 1_000_000, default));

        Assert.Equal(AuditState.Unsafe, Good(audit!.Value).State);
        Assert.Null(await council.Ask((DisclosureDesk desk) => desk.Audit("nobody", 1_000_000, default)));
    }

    private static Task<Result<Release>> Release(
        Council council, string title, string[] cells, DisclosureRule? rule = null, ProofEffort? effort = null) =>
        council.Ask((DisclosureDesk desk) => desk.Release(
            new("staff", "2026", title, People, [new("2026", title, cells)], rule ?? DisclosureRule.Usual, effort), Reader.AtTheMachine,
            default));

    private static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}
