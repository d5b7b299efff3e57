using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Surveys.Ballots;

/// <summary>A store with one round on one engine, for a test.</summary>
internal sealed class A_ballot_box : IAsyncDisposable
{
    public static readonly StoppedClock Clock = StoppedClock.At(2026, 11, 30);

    private A_ballot_box(DataDirectory data) => (Data, Store) = (data, new(data, Clock));

    public DataDirectory Data { get; }

    public BallotStore Store { get; private set; }

    public Id<SurveyRound> Round { get; } = Id<SurveyRound>.New();

    /// <param name="people">How many have a code each, from 0.</param>
    public static async Task<A_ballot_box> With(string engine, int people, BallotRules? rules = null)
    {
        var box = new A_ballot_box(await MadeUpBallots.Data(engine));
        await box.Store.Prepare(
            box.Round, [.. Enumerable.Range(0, people).Select(MadeUpBallots.Code)], rules ?? BallotRules.Of(people, 5), default);
        return box;
    }

    public Task<Cast> Cast(int person, int tab = 0, Ballot? ballot = null) =>
        Store.Cast(Round, MadeUpBallots.Code(person), MadeUpBallots.Nonce(person, tab), ballot ?? MadeUpBallots.Of(person), default);

    public async Task<string> Counted(int person) => Assert.IsType<Cast.Counted>(await Cast(person)).Receipt;

    public async Task All(int people)
    {
        for (var person = 0; person < people; person++) await Counted(person);
    }

    public async Task<CloseRecord> Closed() =>
        (await Store.Close(Round, "Ann Other", default)).Try(out var record, out var problems) ? record
            : throw new InvalidOperationException(problems[0].Message);

    /// <summary>Who is in the ballots that are left, by the number that each of them names.</summary>
    public async Task<List<int>> Left() =>
        [.. (await Store.Ballots(Round, default)).Select(b => ((BallotAnswer.Counted)b.Answers["N1"]).Number).Order()];

    /// <summary>As a new start of the program finds it.</summary>
    public async Task Restart()
    {
        await Store.DisposeAsync();
        Store = new(Data, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Data.Path, recursive: true);
    }
}
