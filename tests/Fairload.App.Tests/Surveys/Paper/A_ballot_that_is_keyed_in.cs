using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Surveys.Paper;

public sealed class A_ballot_that_is_keyed_in
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_one_ballot_however_often_its_page_is_sent_and_whatever_the_page_says_then(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(council.Plan with { Mode = RoundMode.HandedOut });

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Key(council, round, 1, "1")));
        Assert.Single(sent.Select(s => Council.Good(s).Receipt).Distinct());
        Assert.Single(sent, s => !Council.Good(s).WasThere);
        Assert.True(Council.Good(await Key(council, round, 1, "2")).WasThere);

        var receipt = Council.Good(sent[0]).Receipt;
        Assert.Equal(ReceiptState.TakenBack, await council.Council.Ask((RespondingDesk desk) => desk.Withdraw(receipt, default)));
        Assert.StartsWith("The ballot of this page was taken back", Council.Refused(await Key(council, round, 1, "1"))[0],
            StringComparison.Ordinal);
        Assert.False(Council.Good(await Key(council, round, 2, "1")).WasThere);
        Assert.Equal((1, 1), await Left(council, round));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_for_a_team_of_which_everybody_was_keyed_in_and_where_all_have_a_code(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(council.Plan with { Mode = RoundMode.HandedOut });

        // Ash has nine people.
        for (var n = 0; n < 9; n++) Council.Good(await Key(council, round, n, "1"));
        Assert.StartsWith("9 ballots have been keyed in for this team", Council.Refused(await Key(council, round, 9, "1"))[0],
            StringComparison.Ordinal);
        Assert.StartsWith("0 sheets have been printed and 9 ballots keyed in", Council.Refused(await Print(council, round, 47))[0],
            StringComparison.Ordinal);
        var codes = Council.Good(await Print(council, round, 46)).Codes;
        Assert.StartsWith("Everybody who is asked has a code by now", Council.Refused(await Key(council, round, 10, "3"))[0],
            StringComparison.Ordinal);

        Council.Good(await Key(council, round, 11, "3", codes[0].ToString()));
        Assert.StartsWith("This code has been used", Council.Refused(await council.Find(codes[0].Text))[0], StringComparison.Ordinal);
        Assert.StartsWith("This code has been used", Council.Refused(await Key(council, round, 12, "3", codes[0].Text))[0],
            StringComparison.Ordinal);
        Assert.True(Council.Good(await Key(council, round, 11, "3", codes[0].ToString())).WasThere);
        Assert.Equal((10, 10), await Left(council, round));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Never_takes_the_place_of_somebody_who_was_sent_a_code(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Council.Db(db => db.Change(
            async () =>
            {
                foreach (var worker in await db.Workers.Where(w => w.StaffNumber == "S003").ToListAsync())
                    db.Entry(worker).Property(w => w.Email).CurrentValue = "";
                return default(Done);
            },
            default));
        var round = await council.Opened();

        Assert.StartsWith("0 ballots have been keyed in for this team", Council.Refused(await Key(council, round, 1, "2"))[0],
            StringComparison.Ordinal);
        Assert.StartsWith("In this round no sheets with codes lie about",
            Council.Refused(await Key(council, round, 1, "1", (await council.Codes())[0]))[0], StringComparison.Ordinal);
        Council.Good(await Key(council, round, 2, "1"));
        Assert.StartsWith("1 ballots have been keyed in for this team", Council.Refused(await Key(council, round, 3, "1"))[0],
            StringComparison.Ordinal);
        Assert.StartsWith("Everybody who is asked has a code", Council.Refused(await Key(council, round, 4, "not-said"))[0],
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_with_a_sentence_where_the_form_was_changed_or_the_round_is_over(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(council.Plan with { Mode = RoundMode.Kiosk });

        Assert.Equal("Choose one of the answers shown", Assert.Single(Council.Refused(await Key(council, round, 1, "99"))));
        Assert.StartsWith("Choose the team that stands on the sheet", Council.Refused(await Key(council, round, 1, ""))[0],
            StringComparison.Ordinal);
        Assert.Equal("Choose one of the answers shown", Council.Refused(await Key(council, round, 1, "1", value: "9"))[0]);
        var tampered = await council.Council.Ask((KeyingDesk desk) => desk.Key(
            round.Id, new(new("short", new Dictionary<string, string[]>(), new Dictionary<string, string> { ["unit"] = "1" }), ""),
            SurveyedCouncil.Principal, default));
        Assert.StartsWith("The form was changed on its way", Council.Refused(tampered)[0], StringComparison.Ordinal);

        Council.Good(await council.Council.Ask((OpeningDesk desk) => desk.Close(round.Id, SurveyedCouncil.Principal, default)));
        Assert.StartsWith("This survey closed at the end of", Council.Refused(await Key(council, round, 1, "1"))[0],
            StringComparison.Ordinal);
        Assert.Null((await council.Look(round)).KeyedIn);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_typed_by_whoever_is_named_for_the_round_and_leaves_no_trail(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(council.Plan with { Mode = RoundMode.HandedOut });
        var union = await Account(council, "u@x.org", Role.UnionRepresentative);
        var manager = await Account(council, "m@x.org", Role.TeamManager);
        var typist = new Reader("Ola Reed", null, [new(Role.UnionRepresentative)], union);

        Assert.Null(await Find(typist));
        Assert.StartsWith("Choose from the list", Council.Refused(await Name(manager))[0], StringComparison.Ordinal);
        Council.Good(await Name(union));
        Assert.NotNull(await Find(typist));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Find(new Reader("Max", null, [new(Role.TeamManager)], manager)));

        var before = await Everything();
        Council.Good(await council.Council.Ask((KeyingDesk desk) => desk.Key(round.Id, Sheet(1, "1", "", "4"), typist, default)));
        Assert.Equal(before, await Everything());

        Task<KeyingPlace?> Find(Reader reader) => council.Council.Ask((KeyingDesk desk) => desk.Find(round.Id, reader, default));
        Task<Result<Done>> Name(Id<Account> account) =>
            council.Council.Ask((KeyingDesk desk) => desk.Name(round.Id, [account], SurveyedCouncil.Principal, default));
        Task<string> Everything() => council.Council.Db(async db => string.Join('|',
            await db.Set<AuditEntry>().CountAsync(), await db.Set<SurveyRound>().SumAsync(r => r.Version),
            await db.Set<RoundPerson>().CountAsync(), await db.Set<RoundDelivery>().CountAsync()));
    }

    private static async Task<Id<Account>> Account(SurveyedCouncil council, string email, Role role) =>
        await council.Council.Db(async db =>
        {
            var opened = Core.Access.Account.Open(email, email, null, council.Council.Clock.GetUtcNow().UtcDateTime);
            if (!opened.Try(out var account, out var problems))
                throw new InvalidOperationException(problems[0].Message);
            db.AddRange(account, AccountGrant.Give(account.Id, new(role)));
            await db.SaveChangesAsync();
            return account.Id;
        });

    internal static Task<Result<KeyedIn>> Key(
        SurveyedCouncil council, SurveyRound round, int number, string unit, string givenBack = "", string value = "4",
        string item = "P1") =>
        council.Council.Ask((KeyingDesk desk) =>
            desk.Key(round.Id, Sheet(number, unit, givenBack, value, item), SurveyedCouncil.Principal, default));

    private static TypedSheet Sheet(int number, string unit, string givenBack, string value, string item = "P1")
    {
        var answers = new Dictionary<string, string[]> { [item] = [value] };
        var said = new Dictionary<string, string> { [Background.Unit] = unit };
        return new(new($"{number:00000000000000000000000000000000}", answers, said), givenBack);
    }

    private static Task<Result<DrawnSheets>> Print(SurveyedCouncil council, SurveyRound round, int count) =>
        council.Council.Ask((OpeningDesk desk) => desk.Print(round.Id, count, false, SurveyedCouncil.Principal, default));

    /// <summary>What the signed record says after the close: ballots, and how many of them were keyed in.</summary>
    private static async Task<(int Ballots, int KeyedIn)> Left(SurveyedCouncil council, SurveyRound round)
    {
        Council.Good(await council.Council.Ask((OpeningDesk desk) => desk.Close(round.Id, SurveyedCouncil.Principal, default)));
        var record = await council.Council.Ask((App.Surveys.Ballots.BallotStore store) => store.Record(round.Id, default));
        Assert.True(record!.IsSigned());
        return (record.Ballots, record.KeyedIn);
    }
}
