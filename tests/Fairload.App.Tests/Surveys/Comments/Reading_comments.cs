using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Comments;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Comments;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Surveys.Comments;

public sealed class Reading_comments
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_two_people_the_first_a_principal_social_worker(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 3, adults: 0);
        Assert.Null((await council.Next(council.Director))!.Comment);
        var comment = (await council.Next(council.Principal))!.Comment!;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => council.Decide(CommentedCouncil.WithoutNames(comment), council.Director));

        Assert.Equal(3, await council.ReadAll(council.Principal));
        var after = (await council.Next(council.Principal))!;
        Assert.Equal((0, 3, 0), (after.Mine, after.Others, after.Read));
        var left = (await Left(council, comment.Key)).Text;
        var own = new CommentDecision(comment.Key, true, left, false, [], false);
        Assert.Equal(["You have read this comment. Somebody else reads it now"],
            Council.Refused(await council.Decide(own, council.Principal)));

        Assert.Equal(3, await council.ReadAll(council.Director));
        Assert.Equal(3, (await council.Next(council.Director))!.Read);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_nobody_of_the_line_and_for_the_union_only_where_named(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 1, adults: 0);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Next(council.Manager));
        Assert.Null(await council.Next(Reader.AtTheMachine));
        Assert.Null(await council.Next(council.Union));
        Assert.Equal(1, await council.ReadAll(council.Principal));

        Council.Good(await Name(council, council.Union));
        Assert.Equal(["Choose from the list: only human resources and union representatives can be named"],
            Council.Refused(await Name(council, council.Union, council.Manager)));
        Assert.Equal(1, await council.ReadAll(council.Union));
        Council.Good(await Name(council));
        Assert.Null(await council.Next(council.Union));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Council.Ask(
            (CommentStepDesk desk) => desk.Show(council.Round.Id, council.Director, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_out_and_changes_nothing(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 1, adults: 0);
        var comment = (await council.Next(council.Principal))!.Comment!;
        Assert.Equal("Sarah number 1 of Cedar helps", comment.Text);
        var changed = CommentedCouncil.WithoutNames(comment) with { Text = "[…] number 1 of Cedar never helps" };
        Assert.StartsWith("At “Cedar never helps”", Assert.Single(Council.Refused(await council.Decide(changed, council.Principal))),
            StringComparison.Ordinal);
        Assert.Equal(0, await council.Council.Db(db => db.Set<CommentReading>().CountAsync()));

        Council.Good(await council.Decide(CommentedCouncil.WithoutNames(comment), council.Principal));
        var second = (await council.Next(council.OtherPrincipal))!.Comment!;
        Assert.Equal(("[…] number 1 of Cedar helps", true), (second.Text, second.IsSecond));
        Assert.Equal([RedactionReason.NamesSomebody], second.Given);
        var back = new CommentDecision(second.Key, true, comment.Text, false, [RedactionReason.Other], false);
        Assert.Single(Council.Refused(await council.Decide(back, council.OtherPrincipal)));
        var further = back with { Text = "[…] helps", Reasons = [RedactionReason.TellsTheWriter] };
        Council.Good(await council.Decide(further, council.OtherPrincipal));
        var left = await Left(council, comment.Key);
        Assert.Equal(("[…] helps", "NamesSomebody TellsTheWriter"), (left.Text, left.Reasons));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task By_two_at_once_keeps_the_first_and_shows_the_other_what_is_left(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 1, adults: 0);
        var (one, other) = ((await council.Next(council.Principal))!.Comment!, (await council.Next(council.OtherPrincipal))!.Comment!);
        Assert.Equal(one.Key, other.Key);
        var both = await Task.WhenAll(
            council.Decide(CommentedCouncil.WithoutNames(one), council.Principal),
            council.Decide(CommentedCouncil.WithoutNames(other), council.OtherPrincipal));
        var refused = Assert.Single(both, b => !b.Try(out _, out _));
        Assert.Equal(["Somebody else has read this comment meanwhile. Nothing of yours was kept; what is shown now waits for you"], Council.Refused(refused));

        var late = both[0].Try(out _, out _) ? council.OtherPrincipal : council.Principal;
        var again = (await council.Next(late))!.Comment!;
        Assert.Equal((true, "[…] number 1 of Cedar helps"), (again.IsSecond, again.Text));
        Assert.False((await Left(council, one.Key)).IsRead);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sent_twice_is_one_reading_and_one_letter(string engine)
    {
        await using var council = await CommentedCouncil.On(
            engine, [.. Enumerable.Range(1, 12).Select(n => ("Dove", n == 1 ? "I feel suicidal" : ""))]);
        var comment = (await council.Next(council.Principal))!.Comment!;
        var what = CommentedCouncil.WithoutNames(comment) with { HasToAct = true };
        Council.Good(await council.Decide(what, council.Principal));
        Council.Good(await council.Decide(what, council.Principal));
        Assert.Single(Letters(council));
        Assert.False((await Left(council, comment.Key)).IsRead);
    }

    /// <summary>The disk may fail before it is stored, or the line to the database after it: then nobody knows whether it was.</summary>
    [Theory]
    [InlineData("sqlite", false), InlineData("sqlite", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task Goes_to_the_safe_person_once_whatever_fails(string engine, bool isStored)
    {
        var failing = new FailingCommits { After = isStored };
        await using var council = await CommentedCouncil.On(
            engine, [.. Enumerable.Range(1, 12).Select(n => ("Dove", n == 1 ? "I feel suicidal" : ""))], between: failing);
        var comment = (await council.Next(council.Principal))!.Comment!;
        var what = CommentedCouncil.WithoutNames(comment) with { HasToAct = true };
        failing.Left = 1;
        await Assert.ThrowsAsync<IOException>(() => council.Decide(what, council.Principal));
        Assert.Empty(Letters(council));
        Council.Good(await council.Decide(what, council.Principal));
        Assert.Single(Letters(council));

        var second = (await council.Next(council.Director))!.Comment!;
        Council.Good(await council.Decide(CommentedCouncil.WithoutNames(second) with { HasToAct = true }, council.Director));
        Assert.Single(Letters(council));
    }

    [Theory]
    [InlineData("sqlite", false), InlineData("sqlite", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task Lets_a_letter_go_at_the_next_start_only_if_it_is_stored_that_it_goes(string engine, bool isStored)
    {
        var failing = new FailingCommits { After = isStored };
        await using var council = await CommentedCouncil.On(
            engine, [.. Enumerable.Range(1, 12).Select(n => ("Dove", n == 1 ? "I feel suicidal" : ""))], between: failing);
        var comment = (await council.Next(council.Principal))!.Comment!;
        failing.Left = 1;
        await Assert.ThrowsAsync<IOException>(
            () => council.Decide(CommentedCouncil.WithoutNames(comment) with { HasToAct = true }, council.Principal));
        await council.Council.Ask(async (SafePersonNotes notes) =>
        {
            await notes.SettleAll(default);
            return default(Done);
        });
        Assert.Equal(isStored ? 1 : 0, Letters(council).Count);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(council.Council.Data.Path, "outbox"), "*.held"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Withholds_the_whole_with_a_reason_and_the_second_does_not_see_it(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 1, adults: 0);
        var comment = (await council.Next(council.Principal))!.Comment!;
        var what = new CommentDecision(comment.Key, false, "", true, [], null);
        Assert.Equal(["Say why something is left out"], Council.Refused(await council.Decide(what, council.Principal)));
        Council.Good(await council.Decide(what with { Reasons = [RedactionReason.Abuse] }, council.Principal));
        var second = (await council.Next(council.Director))!.Comment!;
        Assert.Equal("", second.Text);
        Council.Good(await council.Decide(new(second.Key, true, "Sarah", false, [], null), council.Director));
        Assert.Equal(("", "Abuse", true), await Told(council, comment.Key));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Asks_about_words_of_harm_and_tells_the_safe_person_no_more_than_the_service(string engine)
    {
        await using var council = await CommentedCouncil.On(
            engine,
            [.. Enumerable.Range(1, 12).Select(n => ("Dove", n switch { 1 => "Tom said I could end my life", 2 => "All good", _ => "" }))]);
        while ((await council.Next(council.Principal))!.Comment is { } comment)
        {
            var what = CommentedCouncil.WithoutNames(comment) with { HasToAct = null };
            var decided = await council.Decide(what, council.Principal);
            if (comment.Harm.Count == 0)
            {
                Council.Good(decided);
                continue;
            }

            Assert.Equal([HarmKind.SelfHarm], comment.Harm);
            Assert.Equal(["Say whether somebody may have to act on this"], Council.Refused(decided));
            Assert.Empty(Letters(council));
            Assert.Null(Council.Good(await council.Decide(what with { HasToAct = true }, council.Principal)).ToPassOn);
        }

        var letter = Assert.Single(Letters(council));
        Assert.Contains("To: ola.reed@union.example", letter, StringComparison.Ordinal);
        Assert.Contains("Tom said I could end my life", letter, StringComparison.Ordinal);
        Assert.Contains("Service: Adults.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Dove", letter, StringComparison.Ordinal);
        Assert.Contains(true, await council.Council.Db(db => db.Set<CommentReading>().Select(r => r.IsPassedOn).ToListAsync()));
        Assert.Equal(2, await council.ReadAll(council.Director));
        Assert.Single(Letters(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Hands_the_reader_the_comment_where_no_letter_reaches_the_safe_person(string engine)
    {
        await using var council = await CommentedCouncil.On(
            engine, [.. Enumerable.Range(1, 12).Select(n => ("Dove", n == 1 ? "Mae bwlio yma" : ""))], "Ola Reed, room 3");
        var view = (await council.Next(council.Principal))!;
        Assert.False(view.IsSafePersonReached);
        Assert.Equal([HarmKind.Bullying], view.Comment!.Harm);
        var decided = await council.Decide(CommentedCouncil.WithoutNames(view.Comment) with { HasToAct = true }, council.Principal);
        Assert.Equal("Mae bwlio yma", Council.Good(decided).ToPassOn);
        Assert.Empty(Letters(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_nothing_outside_the_ballot_store_but_what_readers_left(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 5, adults: 4);
        Assert.All(council.Written, w => Assert.DoesNotContain(w, council.Council.Dump().Result, StringComparison.Ordinal));
        Assert.Equal(9, await council.ReadAll(council.Principal));
        var dump = await council.Council.Dump();
        Assert.DoesNotContain("Sarah", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom number", dump, StringComparison.Ordinal);
        Assert.Contains("[…] number 3 of Dove helps", dump, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Begins_after_the_close(string engine)
    {
        await using var asked = await Rounds.SurveyedCouncil.On(engine);
        var round = await asked.Opened(asked.Plan with { Mode = Core.Surveys.Rounds.RoundMode.Kiosk });
        var reader = new Reader("Pat Singh", null, [new(Role.PrincipalSocialWorker)], Id<Account>.New());
        var view = await asked.Council.Ask((CommentDesk desk) => desk.Next(round.Id, reader, default));
        Assert.Equal((null, 0), (view!.Comment, view.Mine + view.Others));
        Assert.Empty(await asked.Council.Ask((BallotStore store) => store.CommentKeys(round.Id, default)));
    }

    private static IReadOnlyList<string> Letters(CommentedCouncil council) =>
        [.. Directory.EnumerateFiles(Path.Combine(council.Council.Data.Path, "outbox"), "*.eml").Select(File.ReadAllText)];

    private static Task<Result<Done>> Name(CommentedCouncil council, params Reader[] readers) => council.Council.Ask(
        (CommentStepDesk desk) => desk.Name(council.Round.Id, [.. readers.Select(r => r.Account!.Value)], council.Principal, default));

    private static Task<CommentReading> Left(CommentedCouncil council, Id<CommentReading> key) =>
        council.Council.Db(db => db.Set<CommentReading>().AsNoTracking().SingleAsync(r => r.Id == key));

    private static async Task<(string, string, bool)> Told(CommentedCouncil council, Id<CommentReading> key)
    {
        var left = await Left(council, key);
        return (left.Text, left.Reasons, left.IsRead);
    }
}
