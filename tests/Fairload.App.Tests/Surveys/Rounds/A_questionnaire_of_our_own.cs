using Fairload.App.Surveys;
using Fairload.App.Tests.Imports;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys.Rounds;

public sealed class A_questionnaire_of_our_own
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Goes_out_as_a_file_and_comes_back_as_it_was(string engine)
    {
        await using var council = await Council.On(engine);
        var own = ShippedQuestionnaires.All.First(q => q.Code == "pulse") with { Code = "our-pulse" };
        var file = QuestionnaireDesk.Export(own);

        Council.Good(await Import(council, file));
        Council.Good(await Import(council, file));

        var found = await council.Ask((QuestionnaireDesk desk) => desk.Find("our-pulse", default));
        Assert.Equal(file, QuestionnaireDesk.Export(found!));
        Assert.Contains("our-pulse", (await council.Ask((QuestionnaireDesk desk) => desk.All(default))).Select(q => q.Code));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_never_changed_under_the_same_version(string engine)
    {
        await using var council = await Council.On(engine);
        var shipped = ShippedQuestionnaires.All.First(q => q.Code == "pulse");
        var changed = QuestionnaireDesk.Export(shipped with { Introduction = new("Other", "Arall") });

        Assert.StartsWith("There is a version 1 of pulse", Council.Refused(await Import(council, changed))[0], StringComparison.Ordinal);
        Council.Good(await Import(council, changed.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
        Assert.Equal(2, (await council.Ask((QuestionnaireDesk desk) => desk.Find("pulse", default)))!.Version);
        Assert.Equal(1, (await council.Ask((QuestionnaireDesk desk) => desk.Find("pulse", 1, default)))!.Version);
    }

    [Theory]
    [InlineData("", "The file can not be read at")]
    [InlineData("[]", "The file can not be read at")]
    [InlineData("null", "The file holds no questionnaire")]
    [InlineData("{\"questionnaire\": {\"code\": 3}}", "The file can not be read at")]
    public async Task Is_refused_with_the_place_where_it_can_not_be_read(string file, string says)
    {
        await using var council = await Council.On("sqlite");

        Assert.StartsWith(says, Council.Refused(await Import(council, file))[0], StringComparison.Ordinal);
    }

    private static Task<Result<Questionnaire>> Import(Council council, string file) =>
        council.Ask((QuestionnaireDesk desk) => desk.Import(file, Rounds.SurveyedCouncil.Principal, default));
}
