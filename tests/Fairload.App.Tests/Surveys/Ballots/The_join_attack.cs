using System.Security.Cryptography;
using System.Text;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys.Ballots;

/// <summary>docs/confidentiality.md says what an attacker finds; here is one, and both have to say the same.</summary>
public sealed class The_join_attack
{
    private const int People = 14;
    private const int Floor = 5;

    [Theory, ClassData(typeof(Engines))]
    public async Task Finds_exactly_what_the_threat_model_admits_and_nothing_after_the_close(string engine)
    {
        await using var box = await A_ballot_box.With(engine, People, BallotRules.Of(People, Floor));
        var codes = Enumerable.Range(0, People).ToDictionary(p => $"person {p}", MadeUpBallots.Code);
        var marks = codes.ToDictionary(c => c.Key, c => box.Store.Mark(box.Round, c.Value));
        var copying = new Copying(box, engine);
        var copies = new List<Copied> { await copying.Now([]) };
        var (log, order) = (new List<int>(), Shuffled());
        IReadOnlyList<Joined> fromOneCopy = [];
        foreach (var person in order)
        {
            // Of unequal length, so that a store that tells lengths would be caught.
            await box.Cast(person, ballot: WithWords(person));
            log.Add(log.Count);
            copies.Add(await copying.Now(copies[^1].Marks));
            if (log.Count != 9) continue;
            fromOneCopy = await copying.FromOneCopy();
            copies[^1] = copies[^1] with { Marks = await box.Store.TakeUsed(box.Round, default) };
        }

        var attacker = new JoinAttacker(codes, log, copies, box.Round.Value.ToByteArray());
        var open = attacker.WhileOpen(Floor, fromOneCopy, marks).ToHashSet();
        if (attacker.Reads(Answers())) open.Add(JoinAttacker.What);
        await using var look = await copying.WithAnOldLook();
        await box.Closed();
        var left = await copying.Left();
        var database = await box.Store.Engine(default);
        var keys = await database.Change(
            change => BallotSql.All(change, "select ballot_key from ballot", r => Convert.ToHexString(r.Bytes(0))), default);
        var closed = attacker.AfterTheClose(left, keys, await OrderLeft(box), order);

        Assert.Equal(Admitted("While a round is open").Order(), open.Order());
        Assert.Equal(Admitted("After the close").Order(), closed.Order());
        Assert.True(left.Any(l => l.AsSpan().IndexOf(Encoding.UTF8.GetBytes(MadeUpBallots.Words(3))) >= 0),
            "The attacker looked at nothing.");
    }

    /// <summary>The typist is the attacker too: they know each page's nonce and receipt besides.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Finds_of_ballots_that_were_keyed_in_what_the_threat_model_admits_and_nothing_after_the_close(string engine)
    {
        await using var box = await A_ballot_box.With(engine, People, BallotRules.Of(People, Floor));
        var (copying, receipts) = (new Copying(box, engine), new List<string>());
        for (var person = 0; person < People; person++)
        {
            if (person % 2 == 1) await box.Cast(person, ballot: WithWords(person));
            else receipts.Add(await Keyed(box, person));
        }

        var copy = await copying.Now([]);
        var known = receipts.Select(r => Typed.BallotKey(box.Round, r)).ToList();
        var open = new HashSet<string>();
        if (known.All(k => copy.Sealed.Any(s => s.Key == Convert.ToHexString(k)))) open.Add(JoinAttacker.OwnBallots);
        if ((await Units(box)).Count == receipts.Count) open.Add(JoinAttacker.WhichKeyed);
        if (new JoinAttacker(new Dictionary<string, string>(), [], [copy], []).Reads(Answers())) open.Add(JoinAttacker.What);
        await using var look = await copying.WithAnOldLook();
        var record = await box.Closed();
        var left = await copying.Left();

        Assert.Equal(Admitted("While ballots are keyed in").Order(), open.Order());
        Assert.Equal(People / 2, record.KeyedIn);
        Assert.DoesNotContain(left, raw => known.Any(k => raw.AsSpan().IndexOf(k) >= 0));
        Assert.Empty(await Units(box));
    }

    [Fact]
    public void Would_find_what_a_weaker_store_gave_away()
    {
        const string Code = "ABCDEFGHJKMNPQRS";
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Code)));
        var answer = "I would leave"u8.ToArray();
        Copied[] copies =
        [
            new([new(hash, false)], [], [[]], []),
            new([new(hash, true)], [new("AA", new byte[40])], [answer], []),
            new([new(hash, true)], [new("AA", new byte[40]), new("BB", new byte[50])], [answer], ["mark"]),
        ];
        var attacker = new JoinAttacker(new Dictionary<string, string> { ["ann"] = Code }, [1], copies, []);

        Assert.Equal(
            new[]
            {
                JoinAttacker.Second, JoinAttacker.Whose, JoinAttacker.WithWhich, JoinAttacker.OneCopy, JoinAttacker.HowMuch,
                JoinAttacker.OneByOne,
            }.Order(),
            attacker.WhileOpen(5, attacker.Joins(), new Dictionary<string, string>()).Order());
        Assert.True(attacker.Reads([answer]));
        Assert.Equal(
            new[] { JoinAttacker.LeftOver, JoinAttacker.SameKey, JoinAttacker.Order }.Order(),
            attacker.AfterTheClose([Convert.FromHexString(hash)], ["BB"], [1, 2, 3], [3, 2, 1]).Order());
    }

    private static async Task<string> Keyed(A_ballot_box box, int person) => Assert.IsType<Cast.Counted>(await box.Store.Key(
        box.Round, new(MadeUpBallots.Nonce(person, 0), null, "u", WithWords(person)), _ => null, default)).Receipt;

    private static async Task<List<string>> Units(A_ballot_box box) => await (await box.Store.Engine(default)).Change(
        change => BallotSql.All(change, "select unit from keyed", r => r.GetString(0)), default);

    private static Ballot WithWords(int person)
    {
        var ballot = MadeUpBallots.Of(person);
        var answers = ballot.Answers.ToDictionary();
        answers["T2"] = new BallotAnswer.Said(new string('x', person * 100) + ".");
        return new(answers, ballot.Background);
    }

    private static byte[][] Answers() =>
    [
        .. Enumerable.Range(0, People).Select(p => Encoding.UTF8.GetBytes(MadeUpBallots.Words(p))),
        .. Enumerable.Range(0, People).Select(p => BallotBytes.Write(WithWords(p))[..60]),
    ];

    private static async Task<IReadOnlyList<int>> OrderLeft(A_ballot_box box) =>
        [.. (await box.Store.Ballots(box.Round, default)).Select(b => ((BallotAnswer.Counted)b.Answers["N1"]).Number)];

    private static int[] Shuffled()
    {
        var order = Enumerable.Range(0, People).ToArray();
        new Random(7).Shuffle(order);
        return order;
    }

    /// <summary>The items of the list under that heading; none where it says "nothing".</summary>
    private static IReadOnlyList<string> Admitted(string heading)
    {
        var text = File.ReadAllText(Path.Combine(RepoRoot.Path, "docs", "confidentiality.md"));
        var list = text[text.IndexOf($"### {heading}", StringComparison.Ordinal)..].Split('\n').Skip(1)
            .SkipWhile(l => !l.StartsWith("- ", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith("- ", StringComparison.Ordinal))
            .Select(l => l[2..].Trim()).ToList();
        Assert.NotEmpty(list);
        return list is ["nothing"] ? [] : list;
    }
}
