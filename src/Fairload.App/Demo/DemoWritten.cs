using Fairload.Core.Surveys.Comments;

namespace Fairload.App.Demo;

/// <summary>A comment of the made-up council, and what its two readers do with it.</summary>
/// <param name="Left">What is left of it; empty where the whole is withheld, null where nothing is left out.</param>
/// <param name="Why">The reason for leaving something out.</param>
/// <param name="BySecond">The first reader let it stand; the second left something out.</param>
/// <param name="IsHarm">Passed on to the safe person.</param>
internal sealed record DemoWritten(
    string Text, string? Left = null, RedactionReason Why = RedactionReason.NamesSomebody, bool BySecond = false, bool IsHarm = false);

/// <summary>What the staff of the made-up council wrote in the two closed health checks. Everything is made up.</summary>
internal static class DemoWords
{
    private static readonly DemoWritten[] WorksTwoYearsAgo =
    [
        new("The people I work beside. We help each other on bad days."),
        new("Duty is shared fairly now, and it shows."),
        new("My supervisor listens and has time."),
        new("I can work from home when I write reports."),
        new("Court work is planned together; nobody is left alone with a hearing."),
        new("Training on working with fathers was the best in years."),
        new("The business support on our floor. Without them we would drown in post."),
        new("Mae'r tîm yn agored ac yn barod i helpu bob amser."),
        new("Rwy'n cael gweithio yn Gymraeg gyda theuluoedd sydd eisiau hynny."),
        new("Gethin on the front desk knows every family and calms them all.",
            "[…] on the front desk knows every family and calms them all."),
        new("Group supervision once a month."),
        new("Flexible hours since my twins were born in March make it possible to stay.",
            "Flexible hours […] make it possible to stay.", RedactionReason.TellsTheWriter),
    ];

    private static readonly DemoWritten[] ShouldChangeTwoYearsAgo =
    [
        new("Fewer forms that ask the same thing twice."),
        new("Cases should be talked through before they are ours."),
        new("Fill the two posts that stand empty."),
        new("Parking at the hub on court days."),
        new("Too many meetings between ten and twelve."),
        new("Supervision is the first thing to be cancelled. It should be the last."),
        new("Somebody should look at how many cases newly qualified workers hold."),
        new("Mae angen mwy o amser ar gyfer ymweliadau a llai o waith papur."),
        new("Dylid llenwi'r swyddi gwag cyn yr haf."),
        new("I was told to close the case of the Rowlands family although the school had rung twice.",
            "I was told to close […] although the school had rung twice.", RedactionReason.Case, BySecond: true),
        new("Out-of-hours tells us nothing in the morning."),
        new("Ask us before teams are moved to another building."),
    ];

    private static readonly DemoWritten[] WorksLastYear =
    [
        new("Cases are now talked through before they are ours. That was the best change of the year."),
        new("New starters are looked after."),
        new("We laugh together, even in weeks like the last one."),
        new("My manager asks what I can carry before asking me to carry it."),
        new("Reflective groups with the psychologist."),
        new("The quiet room. Please do not take it away again."),
        new("Students bring us new ideas, and we have time for them."),
        new("Mae fy rheolwr yn gwrando ac yn gweithredu."),
        new("Mae cydweithio da gyda'r ysgolion a'r ymwelwyr iechyd."),
        new("Since Bethan Prys took over, supervision happens and means something.",
            "Since […] took over, supervision happens and means something."),
        new("As the only approved mental health professional who came from the hospital I feel welcome here.",
            "[…] I feel welcome here.", RedactionReason.TellsTheWriter),
        new("Duty weeks are known a month ahead."),
        new("People thank each other."),
        new("The new laptops."),
        new("I came back after my operation and was given time to arrive.",
            "I came back […] and was given time to arrive.", RedactionReason.Health, BySecond: true),
    ];

    private static readonly DemoWritten[] ShouldChangeLastYear =
    [
        new("A second laptop charger would save me an hour a week."),
        new("Tell us what became of the last survey."),
        new("Recording takes two evenings a week. Nobody pays for them."),
        new("One list of who is on duty where, and not four."),
        new("Agency workers come and go; families tell their story again and again."),
        new("More than one car for home visits in the valleys."),
        new("Handover when somebody leaves. I found three cases in my list that nobody had told me about."),
        new("Lone visits after dark need a rule that is kept."),
        new("Dylai ffurflenni fod ar gael yn Gymraeg o'r dechrau, nid fel cyfieithiad hwyr."),
        new("Llai o newidiadau i'r system, a mwy o hyfforddiant pan fydd un."),
        new("In our office there is bullying, and whoever speaks of it gets the hard cases.", IsHarm: true),
        new("Mrs Delyth Marsden shouts in the open office. It should stop.",
            "[…] shouts in the open office. It should stop.", RedactionReason.NamesSomebody),
        new("The two brothers from Foundry Row should never have been placed apart, and everybody at the panel knew it.", "",
            RedactionReason.Case),
        new("A lift that works. Some of us and many who come to us can not take stairs."),
        new("Pay for mileage in the same month."),
        new("Let teams decide themselves how they share duty."),
    ];

    /// <summary>By the code of the question, in the order in which they are handed around.</summary>
    /// <param name="yearsAgo">2 or 1.</param>
    public static IReadOnlyList<(string Item, DemoWritten Written)> Of(int yearsAgo) =>
    [
        .. (yearsAgo == 2 ? WorksTwoYearsAgo : WorksLastYear).Select(w => ("Q1", w)),
        .. (yearsAgo == 2 ? ShouldChangeTwoYearsAgo : ShouldChangeLastYear).Select(w => ("Q2", w)),
    ];
}
