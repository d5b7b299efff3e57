using Fairload.App.Surveys.Paper;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Rounds;

/// <summary>One round in a list.</summary>
/// <param name="Band">How many have answered, as far as it may be told; null where too few have, and for whoever may not see the
/// plan.</param>
/// <param name="HasResults">They were let out.</param>
public sealed record RoundLine(SurveyRound Round, Wording Name, bool IsOpenToday, ParticipationBand? Band, bool HasResults)
{
    /// <summary>The reader may type in what was answered on paper.</summary>
    public bool MayKeyIn { get; init; }
}

/// <summary>The rounds that a reader may know of, the latest first.</summary>
/// <param name="Plans">The reader sees plans; otherwise only what is open.</param>
public sealed record RoundList(DateOnly Today, IReadOnlyList<RoundLine> Rounds, bool Plans, bool MayPlan);

/// <summary>One round, for whoever plans it or is to trust it.</summary>
/// <param name="People">How many are asked: frozen once it has opened, of today before.</param>
/// <param name="Away">Of them on long leave.</param>
/// <param name="Agency">Of them from an agency or the bank.</param>
/// <param name="Unreached">Have no address to which a code could be sent; with personal codes alone.</param>
/// <param name="Before">What the staff list says of the plan; null once it has opened.</param>
/// <param name="Suggested">How many more people would be in a group that is shown if like teams were joined as suggested; null once it has
/// opened.</param>
/// <param name="Burden">Minutes that the same people have been asked for in the twelve months before, this round included.</param>
/// <param name="Isolating">Items that too few would be asked.</param>
public sealed record RoundView(
    RoundLine Line, Questionnaire Asked, Effort Effort, DateOnly Today, IReadOnlyList<RoundUnit> Units, int People, int Away, int Agency,
    int Unreached, Crossing? Before, Merging? Suggested, IReadOnlyList<UnitBurden> Burden, IReadOnlyList<string> Isolating, int Waiting,
    bool MayPlan)
{
    public SurveyRound Round => Line.Round;

    /// <summary>May type in what was answered on paper.</summary>
    public bool MayKeyIn { get; init; }

    /// <summary>Who can be named to type it in; only for whoever plans rounds.</summary>
    public IReadOnlyList<NameableTypist> Typists { get; init; } = [];

    /// <summary>In a round of people and carers, as far as it was entered.</summary>
    public IReadOnlyList<HandedOut> HandedOut { get; init; } = [];

    /// <summary>How many ballots were typed in altogether; null before the close, and where they are fewer than the floor.</summary>
    public int? KeyedIn { get; init; }
}

/// <summary>Like teams joined as is suggested.</summary>
/// <param name="Units">Those that join several teams.</param>
/// <param name="Shown">How many people would be in a group that is shown.</param>
public sealed record Merging(IReadOnlyList<MergedUnit> Units, int Shown);

/// <summary>What a unit has been asked for.</summary>
public sealed record UnitBurden(string Unit, int Minutes, int Rounds);

/// <summary>What is to become stricter.</summary>
public sealed record Stricter(int Floor, int CommentFloor, IReadOnlyList<BackgroundQuestion> Background);
