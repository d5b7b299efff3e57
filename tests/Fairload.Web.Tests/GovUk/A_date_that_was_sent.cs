using System.Globalization;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Fairload.Web.Tests.GovUk;

public sealed class A_date_that_was_sent
{
    [Theory]
    [InlineData("14", "11", "2026", 2026, 11, 14)]
    [InlineData(" 1", "02 ", "2028", 2028, 2, 1)]
    [InlineData("29", "2", "2028", 2028, 2, 29)]
    public async Task Is_put_together_from_its_boxes(string day, string month, string year, int y, int m, int d) =>
        Assert.Equal(new DateOnly(y, m, d), (await Bind<DateOnly?>(day, month, year)).Result.Model);

    [Theory]
    [InlineData("31", "2", "2026", "31 2 2026 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("29", "2", "2027", "29 2 2027 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("0", "1", "2026", "0 1 2026 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("1", "13", "2026", "1 13 2026 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("-1", "1", "2026", "-1 1 2026 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("1", "1", "26", "1 1 26 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("1", "1", "99999999999", "1 1 99999999999 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("<b>", "1", "2026", "<b> 1 2026 is not a date. Enter it in numbers, for example 27 3 2026")]
    [InlineData("14", "", "2026", "Enter the whole date: a day, a month and a year")]
    public async Task Is_refused_in_one_sentence_where_it_is_none(string day, string month, string year, string says)
    {
        var binding = await Bind<DateOnly?>(day, month, year);

        Assert.False(binding.Result.IsModelSet);
        Assert.Equal(says, Assert.Single(binding.ModelState["From"]!.Errors).ErrorMessage);
        Assert.Equal(day, binding.ModelState["From-day"]!.AttemptedValue);
    }

    [Fact]
    public async Task May_be_left_out_where_it_is_optional()
    {
        var binding = await Bind<DateOnly?>("", "", "");

        Assert.True(binding is { Result: { IsModelSet: true, Model: null }, ModelState: { IsValid: true, ErrorCount: 0 } });
    }

    [Fact]
    public async Task Never_becomes_the_first_day_of_the_year_one_where_it_is_not()
    {
        var binding = await Bind<DateOnly>("", "", "");

        Assert.Equal("Enter a date: a day, a month and a year", Assert.Single(binding.ModelState["From"]!.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("2026-11-14", true)]
    [InlineData("14/11/2026", false)]
    [InlineData("2026-02-30", false)]
    public async Task Can_stand_in_an_address_as_year_month_day(string typed, bool understood)
    {
        var binding = await Bind<DateOnly?>(new() { ["From"] = typed });

        Assert.Equal(understood ? new DateOnly(2026, 11, 14) : null, binding.Result.Model);
        Assert.Equal(understood ? 0 : 1, binding.ModelState.ErrorCount);
    }

    private static Task<DefaultModelBindingContext> Bind<T>(string day, string month, string year) =>
        Bind<T>(new() { ["From-day"] = day, ["From-month"] = month, ["From-year"] = year });

    private static async Task<DefaultModelBindingContext> Bind<T>(Dictionary<string, StringValues> sent)
    {
        var services = new ServiceCollection().AddScoped(_ => new Catalogue(Language.English)).BuildServiceProvider();
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext { HttpContext = new DefaultHttpContext { RequestServices = services } },
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForType(typeof(T)),
            ModelName = "From",
            ModelState = new ModelStateDictionary(),
            ValueProvider = new FormValueProvider(BindingSource.Form, new FormCollection(sent), CultureInfo.InvariantCulture),
        };
        await new DateInputBinder().BindModelAsync(binding);
        return binding;
    }
}
